package dev.greenroom.problems;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** An API that fails in each way that ours may. */
@Path("/orders")
class OrdersResource {
    static final String SECRET = "s3cr3t-of-the-inside";

    record Order(String name, int count, boolean hot, Colour colour, Code code, UUID id, List<Item> items) {}

    record Item(String sku, Instant due) {}

    enum Colour {
        RED,
        GREEN
    }

    record Code(String text) {
        @JsonCreator
        static Code parse(String text) {
            if (!text.startsWith("c-")) {
                throw new IllegalArgumentException("no code: " + text);
            }
            return new Code(text);
        }

        @Override
        @JsonValue
        public String toString() {
            return text;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Integer> order(Order order) {
        return Map.of("count", order.count());
    }

    @GET
    @Path("/absent")
    public Item absent() {
        return new Item("a", null);
    }

    @GET
    @Path("/bug")
    public String bug() {
        throw new IllegalStateException(SECRET);
    }

    @GET
    @Path("/bug-with-status/{status}")
    public String bugWithStatus(int status) {
        throw new WebApplicationException(SECRET, status);
    }

    @GET
    @Path("/unwritable")
    public Object unwritable() {
        return new Object();
    }

    @GET
    @Path("/foreign")
    public String foreign() {
        throw new ClientWebApplicationException(SECRET, 404);
    }

    @GET
    @Path("/database/{state}")
    public String database(String state) {
        throw new IllegalStateException("wrapped", new SQLException(SECRET, state.equals("none") ? null : state));
    }

    @GET
    @Path("/pool")
    public String pool() {
        throw new IllegalStateException(new SQLException("Sorry, acquisition timeout!"));
    }

    @GET
    @Path("/taken")
    public String taken() {
        throw Problem.of(409, "name-taken", "The name is taken.");
    }

    @GET
    @Path("/away")
    public String away() {
        throw Problem.unavailable("kitchen-closed", "The kitchen is closed.", Duration.ofMillis(1_500));
    }
}
