package dev.greenroom.standins.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointTest {
    @Test
    void readsWhatAnInterfaceCalls() {
        var source = """
                /** @GET what is not called; an interface. */
                @Path("/api")
                public interface Api {
                    /** Never {@code @DELETE}; really. */
                    @GET
                    @Path("{id}/parts")
                    Part part(@PathParam("id") String id);

                    @Path("/parts")
                    @POST
                    Part add(String part);

                    @GET
                    Part all();
                }
                """;

        assertThat(Endpoint.in(source))
                .containsExactly(
                        new Endpoint("GET", "/api/{id}/parts"),
                        new Endpoint("POST", "/api/parts"),
                        new Endpoint("GET", "/api"));
    }

    @Test
    void takesAValueForAParameterAndNothingElse() {
        var endpoint = new Endpoint("GET", "/api/{id}/parts");

        assertThat(endpoint.isThatOf(request("GET", "/api/1/parts?q=/x"))).isTrue();
        assertThat(endpoint.isThatOf(request("POST", "/api/1/parts"))).isFalse();
        assertThat(endpoint.isThatOf(request("GET", "/api/1/2/parts"))).isFalse();
        assertThat(endpoint.isThatOf(request("GET", "/api/1/parts/2"))).isFalse();
    }

    private static Recording request(String method, String path) {
        return new Recording(method, path, Map.of(), "", 200, Map.of(), MissingNode.getInstance());
    }
}
