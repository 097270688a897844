package dev.greenroom.problems;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemTest {
    @TestHTTPResource("/orders")
    URI orders;

    @Test
    void keepsTheCodeAndTheWordsOfWhatWasThrownOnPurpose() {
        when().get("/orders/taken")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("name-taken"))
                .body("type", equalTo("urn:problem-type:greenroom:name-taken"))
                .body("title", equalTo("Conflict"))
                .body("detail", equalTo("The name is taken."))
                .body("instance", equalTo("/orders/taken"));
    }

    @Test
    void saysWhenToComeBackInWholeSecondsRoundedUp() {
        when().get("/orders/away")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("kitchen-closed"))
                .body("detail", equalTo("The kitchen is closed."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "bug-with-status/500", "unwritable", "foreign", "database/42601", "database/23505"})
    void showsNothingOfTheInside(String path) {
        when().get("/orders/" + path)
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("internal"))
                .body("detail", notNullValue())
                .body(not(containsString(OrdersResource.SECRET)))
                .body(not(containsString("Exception")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pool", "database/08001", "database/08006", "database/57P01", "database/25006", "database/53300"
            })
    void callsADatabaseThatIsAwayUnavailable(String path) {
        when().get("/orders/" + path)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("service-unavailable"))
                .body(not(containsString(OrdersResource.SECRET)));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid-request",
        "401, unauthenticated",
        "403, forbidden",
        "404, not-found",
        "406, not-acceptable",
        "409, conflict",
        "413, too-large",
        "415, unsupported-media-type",
        "418, invalid-request",
        "422, unprocessable",
        "429, too-many-requests"
    })
    void givesEachStatusItsCode(int status, String code) {
        when().get("/orders/bug-with-status/" + status)
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("detail", notNullValue())
                .body(not(containsString(OrdersResource.SECRET)));
    }

    @ParameterizedTest
    @CsvSource({"500, 500, internal", "503, 503, service-unavailable", "504, 500, internal"})
    void givesAServersFaultItsCode(int thrown, int answered, String code) {
        when().get("/orders/bug-with-status/" + thrown)
                .then()
                .statusCode(answered)
                .body("code", equalTo(code));
    }

    @Test
    void refusesAMethodThatThePathDoesNotTake() {
        when().delete("/orders").then().statusCode(405).body("code", equalTo("method-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/no/such/path", "/nothing"})
    void answersAnUnknownPathAlike(String path) {
        when().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("instance", equalTo(path));
    }

    @Test
    void refusesAnotherMediaType() {
        given().contentType("text/plain")
                .body("x")
                .when()
                .post("/orders")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void refusesABodyAnnouncedTooLarge() {
        given().contentType("application/json")
                .body("{\"name\": \"" + "a".repeat(20_000) + "\"}")
                .when()
                .post("/orders")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .header("Connection", "close")
                .body("type", equalTo("urn:problem-type:greenroom:too-large"))
                .body("title", equalTo("Content Too Large"))
                .body("status", equalTo(413))
                .body("detail", notNullValue())
                .body("instance", equalTo("/orders"))
                .body("code", equalTo("too-large"));
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        // Given
        var chunked = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(("{\"name\": \"" + "a".repeat(20_000) + "\"}").getBytes()));
        var request = HttpRequest.newBuilder(orders)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(chunked)
                .build();

        // When
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        // Then
        Assertions.assertEquals(413, response.statusCode(), response.body());
    }

    @Test
    void leavesOutWhatIsAbsent() {
        when().get("/orders/absent").then().statusCode(200).body(equalTo("{\"sku\":\"a\"}"));
    }
}
