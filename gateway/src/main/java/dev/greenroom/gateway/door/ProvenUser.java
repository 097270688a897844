package dev.greenroom.gateway.door;

import dev.greenroom.contracts.UserRef;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;

/**
 * The user who called, with the header that proved it, so that others can be asked in their name. Shows the user only.
 *
 * @param authorization the request's {@code Authorization}, as it came
 */
public record ProvenUser(UserRef user, String authorization) {
    private static final String KEY = ProvenUser.class.getName();

    /** @throws UnauthorizedException where the request did not come through the door: a bug */
    public static ProvenUser of(RoutingContext context) {
        ProvenUser proven = context.get(KEY);
        if (proven == null) {
            throw new UnauthorizedException();
        }
        return proven;
    }

    void in(RoutingContext context) {
        context.put(KEY, this);
    }

    @Override
    public String toString() {
        return user.toString();
    }
}
