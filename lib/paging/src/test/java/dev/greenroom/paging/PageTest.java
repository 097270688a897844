package dev.greenroom.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void asksForAHundredFromTheBeginningWhereNothingIsSaid() {
        assertThat(PageRequest.byNumber(null, null)).isEqualTo(new PageRequest<Long>(100, null));
    }

    @Test
    void asksForWhatIsSaid() {
        assertThat(PageRequest.byNumber("500", "17")).isEqualTo(new PageRequest<>(500, 17L));
        assertThat(PageRequest.of("1", "ab", String::length)).isEqualTo(new PageRequest<>(1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "501", "1000", "-1", "1.5", "many"})
    void refusesALimitThatIsNone(String limit) {
        assertThatThrownBy(() -> PageRequest.byNumber(limit, null))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(400);
                    assertThat(problem.getDetail()).contains("limit");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1234567890123456789"})
    void refusesACursorThatIsNone(String cursor) {
        assertThatThrownBy(() -> PageRequest.byNumber(null, cursor))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(400);
                    assertThat(problem.getDetail()).contains("cursor");
                });
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3,", "4,"})
    void leadsToTheNextPageWhereThereIsOne(int limit, String next) {
        var page = Page.of(List.of("1", "2", "3"), limit, item -> item);

        assertThat(page.nextCursor()).isEqualTo(next);
        assertThat(page.items()).hasSize(Math.min(limit, 3));
        assertThat(page.map(String::length).items()).containsOnly(1);
        assertThat(page.map(String::length).nextCursor()).isEqualTo(next);
    }
}
