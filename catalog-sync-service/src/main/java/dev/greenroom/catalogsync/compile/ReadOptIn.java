package dev.greenroom.catalogsync.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.coder.preprovision}: {@code true}, or a mapping with {@code for} and {@code start}. */
final class ReadOptIn {
    private static final String FOR = "for";
    private static final String START = "start";
    private static final Set<String> LATER = Set.of("maxWorkspaces", "ttl");
    private static final Set<String> KEYS = Set.of(FOR, START, "maxWorkspaces", "ttl");

    private ReadOptIn() {}

    /** The opt-in; null without one, or with one that is refused. */
    static @Nullable OptIn read(@Nullable YamlValue value) {
        if (value == null) {
            return null;
        }
        if (value.node().isBoolean()) {
            return value.node().booleanValue() ? new OptIn(new OptIn.Whom.AllOwners(), true) : null;
        }
        if (!value.node().isObject()) {
            value.refuse("must be true, false or a mapping, and is " + value.kind());
            return null;
        }
        return mapping(value);
    }

    private static OptIn mapping(YamlValue value) {
        value.warnOfKeysBeside(KEYS);
        LATER.stream().sorted().forEach(key -> warnOfLater(value.child(key)));
        var start = value.child(START);
        return new OptIn(whom(value.child(FOR)), start == null || Boolean.TRUE.equals(start.flag()));
    }

    private static void warnOfLater(@Nullable YamlValue value) {
        if (value != null) {
            value.findings().warn(ReasonCode.NOT_SUPPORTED, value.path(), "has no effect yet");
        }
    }

    private static OptIn.Whom whom(@Nullable YamlValue value) {
        if (value == null || value.node().asText().equals("owners")) {
            return new OptIn.Whom.AllOwners();
        }
        if (value.node().isArray()) {
            return new OptIn.Whom.Listed(users(value));
        }
        value.refuse("must be owners or a list of users");
        return new OptIn.Whom.Listed(List.of());
    }

    private static List<UserRef> users(YamlValue list) {
        var users = new ArrayList<UserRef>();
        for (int index = 0; index < list.node().size(); index++) {
            JsonNode node = list.node().get(index);
            user(new YamlValue(node, list.path().at(index), list.findings())).ifPresent(users::add);
        }
        return users;
    }

    private static Optional<UserRef> user(YamlValue value) {
        try {
            return Optional.of(UserRef.of(EntityRef.parse(value.node().asText())));
        } catch (IllegalArgumentException noUser) {
            value.refuse("must be a user's full reference, such as user:default/jane");
            return Optional.empty();
        }
    }
}
