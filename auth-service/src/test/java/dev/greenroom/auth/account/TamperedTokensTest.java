package dev.greenroom.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.SealedAccounts;
import dev.greenroom.auth.seal.Seal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody with the database's password, and without the keyset, can't do to what lies sealed. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class TamperedTokensTest {
    @Inject
    SealedAccounts accounts;

    @Inject
    Grants grants;

    @Inject
    Seal seal;

    @AfterEach
    void deleteAccounts() {
        accounts.deleteAll();
    }

    @Test
    void opensNoTokenOfWhichAByteWasChanged() {
        var jane = accounts.add(1, seal).getFirst();
        var sealed = accounts.sealed(jane);
        assertThat(tokenOf(jane)).isEqualTo(jane.token());

        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= (byte) 0x80;
            accounts.write(jane, changed);
            assertThatThrownBy(() -> tokenOf(jane))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("can't open Place[")
                    .hasMessageNotContaining(jane.token());
        }
    }

    @Test
    void opensNeitherOfTwoTokensThatWereSwapped() {
        var pair = accounts.add(2, seal);
        var jane = pair.getFirst();
        var john = pair.getLast();
        var hers = accounts.sealed(jane);

        accounts.write(jane, accounts.sealed(john));
        accounts.write(john, hers);

        assertThatThrownBy(() -> tokenOf(jane)).hasMessageContaining("it was changed, or sealed for another place");
        assertThatThrownBy(() -> tokenOf(john)).hasMessageContaining("it was changed, or sealed for another place");
    }

    private String tokenOf(SealedAccounts.Row row) {
        return QuarkusTransaction.requiringNew()
                .call(() -> grants.of(row.user()).orElseThrow())
                .granted()
                .token()
                .value();
    }
}
