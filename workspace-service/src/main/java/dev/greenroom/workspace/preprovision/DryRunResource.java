package dev.greenroom.workspace.preprovision;

import dev.greenroom.identity.Admins;
import dev.greenroom.identity.Caller;
import dev.greenroom.paging.Page;
import dev.greenroom.paging.PageRequest;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Where admins see what pre-provisioning would make, whether or not it may now. Nobody asks Coder. */
@Path("/v1/admin/preprovision/dry-run")
@Authenticated
@RunOnVirtualThread
class DryRunResource {

    private final Caller caller;
    private final Admins admins;
    private final ReportDryRun report;

    DryRunResource(Caller caller, Admins admins, ReportDryRun report) {
        this.caller = caller;
        this.admins = admins;
        this.report = report;
    }

    @GET
    @Transactional
    public Page<DryRunItem> get(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        admins.require(caller.user());
        return report.page(PageRequest.of(limit, cursor, DryRunPlace::parse));
    }
}
