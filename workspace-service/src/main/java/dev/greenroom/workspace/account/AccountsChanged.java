package dev.greenroom.workspace.account;

import dev.greenroom.contracts.CoderAccountEvent;
import java.util.List;

/**
 * Accounts were linked, unlinked, or given other consent; each is named once by its latest. Observers run inside the
 * transaction that kept them, once for a batch.
 */
public record AccountsChanged(List<CoderAccountEvent> latest) {
    public AccountsChanged {
        latest = List.copyOf(latest);
    }
}
