package dev.greenroom.identity;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.Environment;
import dev.greenroom.contracts.UserRef;
import io.quarkus.oidc.runtime.OidcUtils;
import org.jspecify.annotations.Nullable;

/**
 * One whose tokens are taken: a Backstage, for its users, or the issuer of our services' tokens.
 *
 * @param name what its tokens say in {@code iss}
 * @param url below which its keys are, at {@code .well-known/jwks.json}
 * @param tenant of quarkus-oidc, which proves its tokens
 * @param environment of the users whom it names; null for the Backstage without a name, and for services
 */
record Issuer(
        CallerKind callers,
        String name,
        String url,
        String tenant,
        @Nullable Environment environment) {
    static final String SERVICES_TENANT = "services";

    /** So that no environment's name makes another tenant's. */
    private static final String TENANT_PREFIX = "backstage-";

    private static final String BACKSTAGES_PATH = "/api/auth";

    static Issuer ofServices(String name) {
        return new Issuer(CallerKind.SERVICE, name, name, SERVICES_TENANT, null);
    }

    /** The Backstage without a name. */
    static Issuer ofUsers(String name, String backstage) {
        return new Issuer(CallerKind.USER, name, backstage + BACKSTAGES_PATH, OidcUtils.DEFAULT_TENANT_ID, null);
    }

    static Issuer ofUsers(Environment environment, EnvironmentsConfig.Backstage backstage) {
        var url = backstage.url() + BACKSTAGES_PATH;
        return new Issuer(
                CallerKind.USER, backstage.issuer().orElse(url), url, TENANT_PREFIX + environment, environment);
    }

    /** The caller whom it calls by a {@code sub}: for users it is their {@link UserRef}. */
    String callerOf(String subject) {
        return switch (callers) {
            case USER -> UserRef.of(EntityRef.parse(subject)).in(environment).toString();
            case SERVICE -> subject;
        };
    }
}
