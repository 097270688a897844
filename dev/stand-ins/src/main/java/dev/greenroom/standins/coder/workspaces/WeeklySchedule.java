package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * When a workspace starts by itself: {@code CRON_TZ=<zone> <minute> <hour> * * <days>}, days as {@code *}, numbers
 * from Sunday 0, ranges and lists (recorded: {@code 42-create-bad-autostart}).
 */
record WeeklySchedule(ZoneId zone, int minute, int hour, Set<Integer> days) {

    private static final int DAYS = 7;

    static WeeklySchedule parse(String schedule) {
        String[] words = schedule.strip().split("\\s+");
        boolean zoned = words[0].startsWith("CRON_TZ=");
        int first = zoned ? 1 : 0;
        if (words.length - first != 5) {
            throw refusal("expected schedule to consist of 5 fields with an optional CRON_TZ=<timezone> prefix");
        }
        try {
            ZoneId zone = ZoneId.of(zoned ? words[0].substring("CRON_TZ=".length()) : "UTC");
            return new WeeklySchedule(
                    zone, Integer.parseInt(words[first]), Integer.parseInt(words[first + 1]), days(words[first + 4]));
        } catch (DateTimeException | NumberFormatException e) {
            throw refusal("failed to parse schedule");
        }
    }

    Instant nextAfter(Instant moment) {
        ZonedDateTime next =
                moment.atZone(zone).truncatedTo(ChronoUnit.DAYS).withHour(hour).withMinute(minute);
        while (!next.toInstant().isAfter(moment)
                || !days.contains(next.getDayOfWeek().getValue() % DAYS)) {
            next = next.plusDays(1);
        }
        return next.toInstant();
    }

    private static Set<Integer> days(String field) {
        Set<Integer> days = new HashSet<>();
        for (String part : (field.equals("*") ? "0-6" : field).split(",")) {
            String[] ends = part.split("-");
            for (int day = Integer.parseInt(ends[0]); day <= Integer.parseInt(ends[ends.length - 1]); day++) {
                days.add(day % DAYS);
            }
        }
        return days;
    }

    private static Refusal refusal(String problem) {
        return Refusal.of(400, "Invalid Autostart Schedule.").field("schedule", "validate weekly schedule: " + problem);
    }
}
