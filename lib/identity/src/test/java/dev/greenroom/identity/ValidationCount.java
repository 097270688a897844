package dev.greenroom.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/** Counts how often a user's token is proven rather than remembered. */
@Unremovable
@ApplicationScoped
@TenantFeature("Default")
class ValidationCount implements Validator {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public String validate(JwtContext token) {
        count.incrementAndGet();
        return null;
    }

    int get() {
        return count.get();
    }
}
