package dev.greenroom.quickstart;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns messages into the lines that tell what happens. It keeps what it told last of each, to tell only what is new. */
final class Story {
    private final Map<String, Long> revisions = new HashMap<>();
    private final Map<UUID, String> statuses = new HashMap<>();

    /** Empty for a repeat, and for what changes nothing that a reader follows. */
    Optional<String> tell(Message message) {
        return switch (message) {
            case CoderConfigEvent event -> isNew(event.key(), event.revision()) ? Optional.of(tell(event)) : none();
            case CoderAccountEvent event -> isNew(event.key(), event.revision()) ? Optional.of(tell(event)) : none();
            case WorkspaceCommand command -> none();
            case WorkspaceEvent event -> isNew(event.about().toString(), event.revision()) ? tell(event) : none();
        };
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private boolean isNew(String key, long revision) {
        if (revision <= revisions.getOrDefault(key, 0L)) {
            return false;
        }
        revisions.put(key, revision);
        return true;
    }

    private static String tell(CoderConfigEvent event) {
        return switch (event) {
            case CoderConfigEvent.Published published -> tell(published);
            case CoderConfigEvent.Invalid invalid ->
                line("entity", invalid.entityRef() + ": invalid: " + list(invalid.reasons()));
            case CoderConfigEvent.Withdrawn withdrawn ->
                line("entity", withdrawn.entityRef() + ": left the catalog; its workspaces are kept");
        };
    }

    private static String tell(CoderConfigEvent.Published published) {
        var config = published.config();
        var text = published.notReady().isEmpty()
                ? "configuration published: template " + config.templateName()
                : "not ready: " + list(published.notReady());
        var optIn = config.preprovision() == null ? "" : ", opts in to pre-provisioning";
        var warnings = published.warnings().isEmpty() ? "" : "; look at: " + list(published.warnings());
        return line("entity", published.entityRef() + ": " + text + optIn + warnings);
    }

    private static String list(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.code() + " at " + reason.path() + ": " + reason.message())
                .collect(Collectors.joining("; "));
    }

    private static String tell(CoderAccountEvent event) {
        return switch (event) {
            case CoderAccountEvent.Linked linked ->
                line(
                        "account",
                        linked.userRef() + ": linked to Coder's " + linked.coderUsername()
                                + (linked.preprovisionConsent() ? ", consents to pre-provisioning" : "")
                                + (linked.expiresAt() == null
                                        ? ""
                                        : ", by a token that ends at " + linked.expiresAt()));
            case CoderAccountEvent.RelinkRequired dead ->
                line("account", dead.userRef() + ": has to link anew, since Coder takes the tokens no longer");
            case CoderAccountEvent.Unlinked unlinked -> line("account", unlinked.userRef() + ": unlinked");
        };
    }

    private Optional<String> tell(WorkspaceEvent event) {
        return switch (event) {
            case WorkspaceEvent.OperationChanged changed -> tell(changed);
            case WorkspaceEvent.WorkspaceChanged changed -> tell(changed);
            case WorkspaceEvent.WorkspacesListed _ -> Optional.empty();
            case WorkspaceEvent.WorkspaceRemoved removed -> {
                statuses.remove(removed.about());
                yield Optional.of(line("workspace", removed.about() + " of " + removed.owner() + ": gone"));
            }
        };
    }

    private Optional<String> tell(WorkspaceEvent.OperationChanged changed) {
        var status = changed.status().name().toLowerCase(Locale.ROOT);
        var before =
                changed.status().settled() ? statuses.remove(changed.about()) : statuses.put(changed.about(), status);
        var ofAList = changed.command().equals("ListWorkspaces") && changed.status() != OperationStatus.FAILED;
        if (ofAList || status.equals(before)) {
            return Optional.empty();
        }
        var forWhat = changed.entityRef() == null ? "" : " for " + changed.entityRef();
        var cause = changed.cause() == WorkspaceCommand.Cause.PREPROVISION ? " (nobody asked)" : "";
        var failure = changed.failure() == null
                ? ""
                : ": " + changed.failure().code() + ": " + changed.failure().message();
        return Optional.of(line(
                "command", changed.command() + forWhat + " of " + changed.owner() + cause + ": " + status + failure));
    }

    private Optional<String> tell(WorkspaceEvent.WorkspaceChanged changed) {
        var workspace = changed.workspace();
        var before = statuses.put(workspace.id(), workspace.status());
        if (workspace.status().equals(before)) {
            return Optional.empty();
        }
        var step = before == null ? workspace.status() : before + " → " + workspace.status();
        return Optional.of(
                line("workspace", workspace.name() + " of " + changed.owner() + ": " + step + "  " + workspace.link()));
    }

    private static String line(String what, String text) {
        return "%-10s %s".formatted(what, text);
    }
}
