package dev.greenroom.workspace.create;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.workspace.coder.CoderNames;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names workspaces after their entities: always the same for the same entity, and always one that Coder takes. */
final class WorkspaceNames {

    private static final int MARK = 6;

    private WorkspaceNames() {}

    /** The entity's name as far as Coder takes it, then the same with a mark of the whole reference. */
    static List<String> of(EntityRef entityRef) {
        var slug = slug(entityRef.name());
        var marked = cut(slug, CoderNames.LONGEST - MARK - 1) + "-" + markOf(entityRef);
        var plain = cut(slug, CoderNames.LONGEST);
        return CoderNames.isWorkspaceName(plain) ? List.of(plain, marked) : List.of(marked);
    }

    /** A reference's name begins and ends with a letter or digit, and so does this. */
    private static String slug(String name) {
        return name.replaceAll("[^a-zA-Z0-9]+", "-");
    }

    private static String cut(String slug, int longest) {
        return slug.length() <= longest ? slug : slug.substring(0, longest).replaceAll("-$", "");
    }

    private static String markOf(EntityRef entityRef) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var hash = sha256.digest(entityRef.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, MARK);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a JVM without SHA-256", impossible);
        }
    }
}
