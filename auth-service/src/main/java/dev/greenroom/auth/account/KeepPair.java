package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.CoderUsersClient;
import dev.greenroom.auth.coder.TokenCheckOutcome;
import dev.greenroom.auth.coder.TokenPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a pair that Coder has just issued in its Coder user's grant, and never a dead one in place of one that lives.
 *
 * <p>Coder ends a user's pair with the next one that it issues (recordings 02-oauth2/45 and 46). Two consents of one
 * user that are heard at the same time may be written the other way round than they were issued, and nothing in Coder's
 * answers tells their order. So we look which tokens the grant has, then ask Coder whether our pair lives, and then
 * write it only where the grant still has the tokens that we saw; else we begin again.
 *
 * <p>This suffices. Say that our pair was ended by another, which is issued later and written sooner than ours. If it
 * was written after our look, the grant's tokens are no longer those that we saw, and ours is not written. If it was
 * written before our look, it was issued before we asked Coder, which refuses ours. And where the other is written later
 * than ours, it takes our pair's place, as it should.
 */
@ApplicationScoped
public class KeepPair {
    /** Each is lost only to somebody else's new tokens for the same Coder user, within milliseconds. */
    private static final int LOOKS = 3;

    private final CoderUsersClient coder;
    private final Grants grants;
    private final RevokePair revokePair;

    KeepPair(CoderUsersClient coder, Grants grants, RevokePair revokePair) {
        this.coder = coder;
        this.grants = grants;
        this.revokePair = revokePair;
    }

    /** What is written together with the pair, in a transaction of its own. */
    @FunctionalInterface
    public interface Writing<T> {

        /**
         * Calls {@link Grants#keep}.
         *
         * @param user whose the pair is
         * @param seen the tokens that their grant had; null where they had none
         * @return empty where they have others by now
         */
        Optional<T> write(CoderUser user, @Nullable Tokens seen);
    }

    /** Asks Coder whose the pair is, and keeps it. One that is not kept is not left behind at Coder, either. */
    public <T> KeepOutcome<T> keep(TokenPair pair, Writing<T> writing) {
        var kept = false;
        try {
            var outcome = look(pair, writing);
            kept = outcome instanceof KeepOutcome.Kept;
            return outcome;
        } finally {
            if (!kept) {
                revokePair.revoke(pair.refreshToken());
            }
        }
    }

    private record Look(CoderUser user, Optional<Tokens> seen) {}

    /** The first answer of Coder's tells only whose grant to look at. */
    private <T> KeepOutcome<T> look(TokenPair pair, Writing<T> writing) {
        var look = Optional.<Look>empty();
        for (int looks = 0; looks <= LOOKS; looks++) {
            switch (coder.identify(pair.accessToken())) {
                case TokenCheckOutcome.Valid valid -> {
                    var written = look.flatMap(last -> write(last, writing));
                    if (written.isPresent()) {
                        return new KeepOutcome.Kept<>(written.get());
                    }
                    look = Optional.of(lookAt(valid.user()));
                }
                case TokenCheckOutcome.Refused _ -> {
                    return new KeepOutcome.Superseded<>();
                }
                case TokenCheckOutcome.Limited _, TokenCheckOutcome.Unavailable _ -> {
                    return new KeepOutcome.Unavailable<>();
                }
            }
        }
        return new KeepOutcome.Unavailable<>();
    }

    private Look lookAt(CoderUser user) {
        return new Look(user, QuarkusTransaction.requiringNew().call(() -> grants.tokensOf(user)));
    }

    private static <T> Optional<T> write(Look look, Writing<T> writing) {
        return QuarkusTransaction.requiringNew()
                .call(() -> writing.write(look.user(), look.seen().orElse(null)));
    }
}
