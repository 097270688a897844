package dev.greenroom.catalogsync.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.coder.preprovision}: {@code true}, or a mapping with what it is for and how. */
final class ReadOptIn {
    private static final String FOR = "for";
    private static final String START = "start";
    private static final String MAX_WORKSPACES = "maxWorkspaces";
    private static final String TTL = "ttl";
    private static final Set<String> KEYS = Set.of(FOR, START, MAX_WORKSPACES, TTL);

    private ReadOptIn() {}

    /** The opt-in; null without one, or with one that is refused. */
    static @Nullable OptIn read(@Nullable YamlValue value) {
        if (value == null) {
            return null;
        }
        if (value.node().isBoolean()) {
            return value.node().booleanValue() ? OptIn.PLAIN : null;
        }
        if (!value.node().isObject()) {
            value.refuse("must be true, false or a mapping, and is " + value.kind());
            return null;
        }
        return mapping(value);
    }

    private static OptIn mapping(YamlValue value) {
        value.warnOfKeysBeside(KEYS);
        var start = value.child(START);
        return new OptIn(
                whom(value.child(FOR)),
                start == null || Boolean.TRUE.equals(start.flag()),
                maxWorkspaces(value.child(MAX_WORKSPACES)),
                ReadTtl.read(value.child(TTL)));
    }

    private static @Nullable Integer maxWorkspaces(@Nullable YamlValue value) {
        if (value == null) {
            return null;
        }
        var node = value.node();
        if (node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 1) {
            return node.intValue();
        }
        value.refuse("must be a whole number of at least 1");
        return null;
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
