package dev.greenroom.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/workspaces",
                "/v1/workspaces/",
                "/v1/workspaces?limit=1&name=a%2Fb&x=//..;",
                "/v1/entities/component/default/my.shop_1~x",
                "/v1/entities/component/default/..shop",
                "/v1/entities/component/default/shop..",
                "/v1/entities/component%3Adefault/x/y",
                "/v1/a%20b/c+d/e@f:g"
            })
    void takesWhatCanBeReadInOneWay(String target) {
        assertThat(RequestTarget.isPlain(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "v1/workspaces",
                "http://elsewhere/v1/workspaces",
                "//elsewhere/v1/workspaces",
                "/v1//workspaces",
                "/v1/workspaces//",
                "/v1/./workspaces",
                "/v1/../internal/loans",
                "/v1/workspaces/..",
                "/v1/workspaces/.",
                "/v1/..;/internal",
                "/v1/workspaces;a=b",
                "/v1%2fworkspaces",
                "/v1%2Fworkspaces",
                "/v1/%2e%2e/internal",
                "/v1/%2E./internal",
                "/v1/..%2finternal",
                "/v1/%5c..%5cinternal",
                "/v1\\workspaces",
                "/v1/workspaces%00",
                "/v1/workspaces%0d%0aX:y",
                "/v1/workspaces%7f",
                "/v1/%252e%252e/internal",
                "/v1/workspaces%3bx",
                "/v1/workspaces%3f",
                "/v1/workspaces%23",
                "/v1/workspaces#x",
                "/v1/workspaces?a#x",
                "/%76%31/workspaces",
                "/v1/%77orkspaces",
                "/v1/wörkspaces",
                "/v1/w%c3%b6rk",
                "/v1/%c0%ae%c0%ae/internal",
                "/v1/%zz",
                "/v1/%2",
                "/v1/%",
                "/v1/a b",
                "/v1/a\"b",
                "/v1/a\u0000b",
                "/v1/a?b c",
                "/v1/a?b\u0001"
            })
    void refusesWhatCanBeReadInTwo(String target) {
        assertThat(RequestTarget.isPlain(target)).isFalse();
    }

    @Test
    void copesWithLongTargets() {
        assertThat(RequestTarget.isPlain("/" + "a/%40".repeat(100_000))).isTrue();
        assertThat(RequestTarget.isPlain("/" + "a/%40".repeat(100_000) + "%2e")).isFalse();
    }
}
