package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/acme/pay",
                "https://github.com/acme/pay/",
                "https://github.com/acme/pay.git",
                "https://GitHub.COM/acme/pay.git/",
                "http://github.com:80/acme//pay",
                "https://github.com:443/acme/pay?tab=readme#top",
                "https://someone:secret@github.com/acme/pay",
                "ssh://git@github.com:22/acme/pay.git",
                "git@github.com:acme/pay.git",
                " https://github.com/acme/pay "
            })
    void recognisesOneRepositoryInItsSpellings(String spelling) {
        assertThat(RepositoryUrl.read(spelling)).contains(new RepositoryUrl("github.com", "acme/pay"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/pay,https://github.com/acme/Pay",
        "https://github.com/acme/pay,https://gitlab.com/acme/pay",
        "https://git.acme.dev:8443/acme/pay,https://git.acme.dev/acme/pay",
        "https://github.com/acme/pay,https://github.com/acme/pay.github",
        "http://[2001:db8::1]/acme/pay,http://[2001:db8::2]/acme/pay"
    })
    void keepsDifferentRepositoriesApart(String one, String other) {
        assertThat(RepositoryUrl.read(one)).isNotEqualTo(RepositoryUrl.read(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "us", "2", "github.com/acme/pay", "https://github.com", "https://github.com/.git", "a b@c:d"
            })
    void readsNoRepositoryInOtherText(String text) {
        assertThat(RepositoryUrl.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"github.com/acme/pay", "git.acme.dev:8443/a/b/c", "[2001:db8::1]:3000/acme/pay"})
    void readsBackWhatItPrints(String printed) {
        assertThat(RepositoryUrl.parse(printed)).hasToString(printed);
    }
}
