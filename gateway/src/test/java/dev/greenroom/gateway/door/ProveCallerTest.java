package dev.greenroom.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.tokens.TokenType;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class ProveCallerTest {
    BackstageStandIn backstage;
    Neighbours neighbours;

    @BeforeEach
    void services() {
        neighbours.reset();
    }

    record Call(String method, String path) {}

    static List<Call> eachRoute() {
        return List.of(
                new Call("GET", "/v1/workspaces"),
                new Call("HEAD", "/v1/workspaces"),
                new Call("POST", "/v1/workspaces"),
                new Call("GET", "/v1/entities/component/default/shop"),
                new Call("GET", "/v1/account"),
                new Call("PUT", "/v1/account"),
                new Call("DELETE", "/v1/account"),
                new Call("GET", "/v1/catalog"),
                new Call("POST", "/v1/catalog/refresh"),
                new Call("GET", "/v1/catalog/problems"),
                new Call("GET", "/v1/catalog/withdrawals"),
                new Call("GET", "/v1/admin/commands"),
                new Call("GET", "/v1/admin/dead-letters/coder-configs"),
                new Call("POST", "/v1/admin/dead-letters/coder-configs/1/replay"),
                new Call("POST", "/v1/admin/commands/x/retry"),
                new Call("POST", "/v1/catalog/withdrawals"),
                new Call("GET", "/v1/operations/00000000-0000-8000-8000-000000000000"),
                new Call("GET", "/v1/nothing"),
                new Call("PATCH", "/v1/account"));
    }

    @ParameterizedTest
    @MethodSource("eachRoute")
    void refusesACallerWithoutAToken(Call call) {
        var answer = RestAssured.given().request(call.method(), call.path()).then();

        answer.statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        if (!call.method().equals("HEAD")) {
            answer.contentType("application/problem+json").body("code", equalTo("unauthenticated"));
        }
        assertThatNobodyWasAsked();
    }

    @ParameterizedTest
    @MethodSource("eachRoute")
    void refusesATokenThatIsNotAUsers(Call call) {
        var user = "user:default/jane";
        Stream.of(
                        "rubbish",
                        backstage.tokenFor(user).audience("elsewhere").mint(),
                        backstage.tokenFor(user).expiredBy(Duration.ofHours(1)).mint(),
                        backstage.tokenFor(user).rogueKey().mint(),
                        backstage.tokenFor(user).typ(TokenType.PLUGIN).mint(),
                        backstage
                                .tokenFor("gateway")
                                .typ("at+jwt")
                                .audience("gateway")
                                .mint())
                .forEach(token -> RestAssured.given()
                        .header("Authorization", "Bearer " + token)
                        .request(call.method(), call.path())
                        .then()
                        .statusCode(401));

        assertThatNobodyWasAsked();
    }

    @Test
    void hasNothingForServices() {
        RestAssured.given().get("/internal/loans").then().statusCode(404);
    }

    @Test
    void answersAUserWhereThereIsNothing() {
        TestUser.another(backstage)
                .asks()
                .get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    private void assertThatNobodyWasAsked() {
        assertThat(neighbours.workspaceService().seen()).isEmpty();
        assertThat(neighbours.authService().seen()).isEmpty();
        assertThat(neighbours.catalogSync().seen()).isEmpty();
    }
}
