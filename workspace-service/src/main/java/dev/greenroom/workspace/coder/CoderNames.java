package dev.greenroom.workspace.coder;

import java.util.Set;
import java.util.regex.Pattern;

/** What Coder takes as the name of a workspace, template or organization: at most 32 letters, digits, single hyphens. */
public final class CoderNames {

    public static final int LONGEST = 32;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*");
    private static final Set<String> RESERVED = Set.of("new", "create");

    private CoderNames() {}

    public static boolean isName(String text) {
        return text.length() <= LONGEST && NAME.matcher(text).matches();
    }

    public static boolean isWorkspaceName(String text) {
        return isName(text) && !RESERVED.contains(text);
    }
}
