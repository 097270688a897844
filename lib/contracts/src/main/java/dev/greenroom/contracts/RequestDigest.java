package dev.greenroom.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Digests what a command asks for. Keys are sorted, so that the order in which a caller wrote them is nothing. */
final class RequestDigest {
    private RequestDigest() {}

    static String of(WorkspaceCommand command) {
        var request = requestOf(command);
        request.put("type", MessageType.of(command).type());
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(MessageCodec.JSON.writeValueAsBytes(request)));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException("a command that can't be digested", impossible);
        }
    }

    private static SortedMap<String, Object> requestOf(WorkspaceCommand command) {
        return switch (command) {
            case CreateWorkspace create -> {
                var request = new TreeMap<String, Object>(
                        Map.of("entityRef", create.entityRef().toString(), "params", new TreeMap<>(create.params())));
                if (create.name() != null) {
                    request.put("name", create.name());
                }
                yield request;
            }
            case ListWorkspaces list -> new TreeMap<>();
            case OfWorkspace of -> new TreeMap<>(Map.of("workspaceId", of.workspaceId()));
        };
    }
}
