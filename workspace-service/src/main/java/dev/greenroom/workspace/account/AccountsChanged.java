package dev.greenroom.workspace.account;

import dev.greenroom.contracts.CoderAccountEvent;
import java.util.List;

/**
 * Accounts were linked, unlinked, or given other consent; each is named once by its latest. Observers run inside the
 * transaction that kept them, once for a batch.
 *
 * @param ended the latest of those whose link has ended, whether or not they have another by now
 */
public record AccountsChanged(List<CoderAccountEvent> latest, List<CoderAccountEvent> ended) {
    public AccountsChanged {
        latest = List.copyOf(latest);
        ended = List.copyOf(ended);
    }
}
