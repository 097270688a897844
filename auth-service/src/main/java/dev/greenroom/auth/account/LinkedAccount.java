package dev.greenroom.auth.account;

import dev.greenroom.contracts.UserRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A linked account as its user sees it; no token is in it.
 *
 * @param linkedAt since when this link is there; a renewed token leaves it as it was
 * @param expiresAt when Coder ends the token; null where Coder didn't say
 * @param expiring whether that is soon, and no other token follows: then the user had better bring one
 * @param relinkRequired whether Coder takes the tokens no longer: nothing is done with them until the user links anew
 * @param linkGeneration counts the user's links; work that was ordered under an older one is not done
 */
public record LinkedAccount(
        UserRef userRef,
        UUID coderUserId,
        String coderUsername,
        Instant linkedAt,
        @Nullable Instant expiresAt,
        boolean expiring,
        boolean relinkRequired,
        boolean preprovisionConsent,
        long linkGeneration) {}
