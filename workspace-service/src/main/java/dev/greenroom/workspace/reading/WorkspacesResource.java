package dev.greenroom.workspace.reading;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.identity.Caller;
import dev.greenroom.workspace.account.Account;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.operation.OperationStore;
import dev.greenroom.workspace.view.ViewStore;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The caller's workspaces. */
@Path("/v1/workspaces")
@Authenticated
@RunOnVirtualThread
class WorkspacesResource {

    private final Caller caller;
    private final ViewStore view;
    private final AccountStore accounts;
    private final OperationStore operations;
    private final String deployment;
    private final ReadingConfig config;
    private final Clock clock;

    WorkspacesResource(
            Caller caller,
            ViewStore view,
            AccountStore accounts,
            OperationStore operations,
            @ConfigProperty(name = "greenroom.deployment") String deployment,
            ReadingConfig config,
            Clock clock) {
        this.caller = caller;
        this.view = view;
        this.accounts = accounts;
        this.operations = operations;
        this.deployment = deployment;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Transactional
    public WorkspaceList mine() {
        var user = caller.user();
        var refreshedAt = view.refreshedAt(deployment, user).orElse(null);
        return new WorkspaceList(view.workspacesOf(deployment, user), refreshedAt, refreshDue(user, refreshedAt));
    }

    private boolean refreshDue(UserRef user, @Nullable Instant refreshedAt) {
        var old = refreshedAt == null || refreshedAt.plus(config.freshFor()).isBefore(clock.instant());
        return old
                && accounts.find(deployment, user).map(Account::linked).orElse(false)
                && !operations.listIsWaiting(deployment + "/" + user);
    }
}
