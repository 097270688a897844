package dev.greenroom.standins.coder.users;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The built-in roles, but for that of the plain member. */
public enum Role {
    OWNER("owner", "Owner"),
    TEMPLATE_ADMIN("template-admin", "Template Admin"),
    USER_ADMIN("user-admin", "User Admin"),
    ORGANIZATION_ADMIN("organization-admin", "Organization Admin");

    private final String name;
    private final String displayName;

    Role(String name, String displayName) {
        this.name = name;
        this.displayName = displayName;
    }

    @JsonValue
    public String coderName() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    @JsonCreator
    static Role named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No such role: " + name));
    }

    public static Optional<Role> find(String name) {
        return Arrays.stream(values()).filter(role -> role.name.equals(name)).findFirst();
    }
}
