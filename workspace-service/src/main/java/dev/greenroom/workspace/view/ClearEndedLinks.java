package dev.greenroom.workspace.view;

import dev.greenroom.contracts.Message;
import dev.greenroom.workspace.account.AccountsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;

/** Clears the view of those whose link has ended: what it showed was that link's to see. The next one's list fills it. */
@ApplicationScoped
class ClearEndedLinks {

    private final ViewStore view;

    ClearEndedLinks(ViewStore view) {
        this.view = view;
    }

    /** Owners in one order: whoever else locks several of them does not deadlock with this. */
    void on(@Observes AccountsChanged changed) {
        changed.ended().stream()
                .sorted(Comparator.comparing(Message::key))
                .forEach(event -> view.clear(event.deployment(), event.userRef()));
    }
}
