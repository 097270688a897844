package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.search.SearchTerms;
import dev.greenroom.standins.coder.users.Organization;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code q} of the list asks for; empty texts and nulls ask for nothing.
 *
 * @param name a part of the name
 * @param agents the states that an agent may be in, one of which must be
 * @param parameters of which one must match: several are alternatives
 */
record WorkspaceQuery(
        String owner,
        String name,
        String template,
        String status,
        List<String> ids,
        Set<String> agents,
        List<ParameterTerm> parameters,
        @Nullable Boolean outdated,
        @Nullable Boolean dormant,
        @Nullable Boolean shared,
        @Nullable Instant usedAfter,
        @Nullable Instant usedBefore) {

    private static final Set<String> STATUSES = Stream.concat(
                    Arrays.stream(JobStatus.values())
                            .filter(job -> job != JobStatus.RUNNING && job != JobStatus.SUCCEEDED)
                            .map(JobStatus::word),
                    Arrays.stream(Transition.values())
                            .flatMap(transition -> Stream.of(JobStatus.RUNNING, JobStatus.SUCCEEDED)
                                    .map(transition::status)))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * @param me the caller's name, for {@code owner:me}
     */
    static WorkspaceQuery parse(String query, String me, Organization organization) {
        return new Reader(SearchTerms.parse(query, "workspace")).read(me, organization::isNamed);
    }

    private record Reader(SearchTerms terms) {

        WorkspaceQuery read(String me, Predicate<String> isOrganization) {
            checkOrganization(terms.take("organization"), isOrganization);
            String owner = terms.take("owner");
            WorkspaceQuery query = new WorkspaceQuery(
                    owner.equals("me") ? me : owner,
                    terms.take("name"),
                    terms.take("template"),
                    status(),
                    terms.takeAll("id").stream()
                            .flatMap(ids -> Arrays.stream(ids.split(",")))
                            .toList(),
                    agents(),
                    ParameterTerm.readAll(terms),
                    flag("outdated"),
                    flag("dormant"),
                    flag("shared"),
                    moment("last_used_after"),
                    moment("last_used_before"));
            terms.refuseOthers();
            return query;
        }

        private void checkOrganization(String name, Predicate<String> isOrganization) {
            if (!name.isEmpty() && !isOrganization.test(name)) {
                terms.complain(
                        "organization",
                        "Query param \"organization\" has invalid value: organization \"" + name
                                + "\" either does not exist, or you are unauthorized to view it");
            }
        }

        private String status() {
            String status = terms.take("status");
            if (!status.isEmpty() && !STATUSES.contains(status)) {
                terms.complain(
                        "status", "Query param \"status\" has invalid value: \"" + status + "\" is not a valid value");
            }
            return status;
        }

        private Set<String> agents() {
            String asked = terms.take("has-agent");
            Boolean healthy = flag("healthy");
            if (healthy != null) {
                return healthy ? Set.of("connected") : Set.of("disconnected", "timeout");
            }
            return asked.isEmpty() ? Set.of() : Set.of(asked.split(","));
        }

        private @Nullable Boolean flag(String key) {
            String value = terms.take(key);
            if (value.isEmpty()) {
                return null;
            }
            if (!Set.of("true", "false", "1", "0", "t", "f").contains(value)) {
                terms.complain(
                        key,
                        "Query param \"" + key + "\" must be a valid boolean: strconv.ParseBool: parsing \"" + value
                                + "\": invalid syntax");
            }
            return value.startsWith("t") || value.equals("1");
        }

        private @Nullable Instant moment(String key) {
            String value = terms.take(key);
            try {
                return value.isEmpty() ? null : Instant.parse(value.toUpperCase(Locale.ROOT));
            } catch (DateTimeParseException e) {
                terms.complain(key, "Query param \"" + key + "\" must be a valid date format (2006-01-02T15:04:05Z)");
                return null;
            }
        }
    }
}
