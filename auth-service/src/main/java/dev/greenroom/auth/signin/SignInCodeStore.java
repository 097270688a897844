package dev.greenroom.auth.signin;

import dev.greenroom.auth.oauth2.Secret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The codes that clients have not yet given for tokens. Everything here runs in the caller's transaction. */
@ApplicationScoped
class SignInCodeStore implements PanacheRepositoryBase<SignInCode, UUID> {

    Optional<SignInCode> byCode(Secret code) {
        return find("hash", code.hash()).firstResultOptional();
    }

    /** Whoever else brings it waits, and gets false. */
    boolean take(Secret code) {
        return delete("hash", code.hash()) == 1;
    }

    void deleteOver(Instant now) {
        delete("expiresAt <= ?1", now);
    }
}
