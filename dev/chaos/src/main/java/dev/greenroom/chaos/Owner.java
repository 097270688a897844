package dev.greenroom.chaos;

import dev.greenroom.contracts.CoderAccountEvent.Linked;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.standins.coder.CoderStandIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A user of Backstage whose account at Coder is linked. */
record Owner(UserRef ref, String coderToken) {

    static Owner register(int number, CoderStandIn coder) {
        var username = "owner-" + number;
        coder.addUser(username, "password-of-" + username);
        return new Owner(new UserRef("default", username), coder.tokenFor(username));
    }

    Linked linked() {
        var coderUserId = UUID.nameUUIDFromBytes(ref.name().getBytes(StandardCharsets.UTF_8));
        return new Linked("default", ref, 1, Instant.now(), Lender.LINK, coderUserId, ref.name(), false, null);
    }
}
