package dev.greenroom.catalogsync.problem;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.identity.Admins;
import dev.greenroom.identity.Caller;
import dev.greenroom.paging.Page;
import dev.greenroom.paging.PageRequest;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Where owners see which of their entities can't be used and why, and admins everybody's. */
@Path("/v1/catalog/problems")
@Authenticated
class ProblemsResource {
    private final Caller caller;
    private final Admins admins;
    private final ProblemStore problems;

    ProblemsResource(Caller caller, Admins admins, ProblemStore problems) {
        this.caller = caller;
        this.admins = admins;
        this.problems = problems;
    }

    @GET
    public Page<EntityProblem> get(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        var user = caller.user();
        var page = PageRequest.of(limit, cursor, EntityRef::parse);
        var oneMore = page.limit() + 1;
        var found = admins.include(user)
                ? problems.all(page.last(), oneMore)
                : problems.ownedBy(user, page.last(), oneMore);
        return Page.of(found, page.limit(), EntityProblem::entityRef);
    }
}
