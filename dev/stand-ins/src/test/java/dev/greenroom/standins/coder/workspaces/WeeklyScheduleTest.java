package dev.greenroom.standins.coder.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.standins.coder.http.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a workspace starts by itself; the first moment is that of the recording {@code 05-create-org-member-variant}. */
class WeeklyScheduleTest {

    @Test
    void findsTheNextMorningOfTheWeek() {
        WeeklySchedule schedule = WeeklySchedule.parse("CRON_TZ=Europe/Paris 30 9 * * 1-5");

        assertThat(schedule.nextAfter(Instant.parse("2026-11-24T11:23:41.15302Z")))
                .isEqualTo(Instant.parse("2026-11-25T08:30:00Z"));
        assertThat(schedule.nextAfter(Instant.parse("2026-11-27T08:30:00Z")))
                .isEqualTo(Instant.parse("2026-11-30T08:30:00Z"));
    }

    @Test
    void findsTodayWhereItIsStillToCome() {
        assertThat(WeeklySchedule.parse("0 9 * * *").nextAfter(Instant.parse("2026-11-24T08:59:59Z")))
                .isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
    }

    @Test
    void refusesOtherSchedules() {
        assertThatThrownBy(() -> WeeklySchedule.parse("every day")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> WeeklySchedule.parse("x y * * *")).isInstanceOf(Refusal.class);
    }
}
