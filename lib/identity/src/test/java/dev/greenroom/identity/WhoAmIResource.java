package dev.greenroom.identity;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Routes of each kind, and the mistakes that one can make with them. */
@Path("/")
@Produces(MediaType.TEXT_PLAIN)
class WhoAmIResource {
    /** The name of the service that these tests are. */
    static final String SERVICE = "orders-service";

    private final Caller caller;
    private final ServiceCaller service;
    private final AnyCaller any;

    WhoAmIResource(Caller caller, ServiceCaller service, AnyCaller any) {
        this.caller = caller;
        this.service = service;
        this.any = any;
    }

    @GET
    @Path("/v1/whoami")
    @Authenticated
    public String user() {
        return caller.user().toString();
    }

    /** A path whose last segment is the name of the services' tenant. */
    @GET
    @Path("/v1/things/services")
    @Authenticated
    public String userOfServices() {
        return caller.user().toString();
    }

    @GET
    @Path("/internal/whoami")
    @Authenticated
    public String service() {
        return service.service();
    }

    @GET
    @Path("/internal/mistaken")
    @Authenticated
    public String userOnInternal() {
        return caller.user().toString();
    }

    /** Open to services. */
    @GET
    @Path("/v1/either")
    @Authenticated
    public String either() {
        return any.holder().toString();
    }

    /** Open to services, and forgets that. */
    @GET
    @Path("/v1/either-mistaken")
    @Authenticated
    public String userOnEither() {
        return caller.user().toString();
    }

    @GET
    @Path("/v1/either/below")
    @Authenticated
    public String belowEither() {
        return any.holder().toString();
    }

    @GET
    @Path("/v1/open-either")
    @PermitAll
    public String openEither() {
        return any.holder().toString();
    }

    /** The setting names it, which does not open it to users. */
    @GET
    @Path("/internal/either")
    @Authenticated
    public String internalEither() {
        return any.holder().toString();
    }

    @GET
    @Path("/v1/mistaken")
    @Authenticated
    public String serviceOnV1() {
        return service.service();
    }

    @GET
    @Path("/v1/forgotten")
    public String forgotten() {
        return "anybody";
    }

    @GET
    @Path("/v1/open")
    @PermitAll
    public String open() {
        return "anybody";
    }

    @GET
    @Path("/v1/open-but-asks")
    @PermitAll
    public String openButAsks() {
        return caller.user().toString();
    }
}
