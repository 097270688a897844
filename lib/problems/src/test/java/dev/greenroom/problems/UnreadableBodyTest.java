package dev.greenroom.problems;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UnreadableBodyTest {

    @Test
    void readsASoundBody() {
        post("""
             {"name": "a", "count": 3, "hot": true, "colour": "RED", "code": "c-1", "items": []}
             """).statusCode(200).body("count", equalTo(3));
    }

    @Test
    void saysWhereTheJsonBreaks() {
        refused("{\"count\": 1,, \"hot\": true}")
                .body("detail", equalTo("The body is not valid JSON."))
                .body("violations[0].message", startsWith("not valid JSON at line 1, column"));
    }

    @Test
    void saysWhereTheJsonBreaksInside() {
        refused("{\"items\": [{\"sku\": hello}]}")
                .body("violations[0].field", equalTo("items[0]"))
                .body("violations[0].message", startsWith("not valid JSON at line 1, column"));
    }

    /** Jackson takes the first four bytes of both for UTF-32's. */
    @ParameterizedTest
    @ValueSource(strings = {"0000FFFE", "0000007B7FFFFFFF"})
    void refusesBytesThatAreNoText(String bytes) {
        given().contentType("application/json")
                .body(HexFormat.of().parseHex(bytes))
                .post("/orders")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void saysThatTheBodyEndsTooSoon() {
        refused("{\"count\": 1").body("detail", equalTo("The body is not valid JSON."));
    }

    @Test
    void refusesASecondValueAfterTheBody() {
        refused("{\"count\": 1} {\"count\": 2}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"count": "many"}                    | count          | must be a number
        {"count": "3"}                       | count          | must be a number
        {"count": null}                      | count          | must be a number
        {"count": [1]}                       | count          | must be a number
        {"count": 1.5}                       | count          | must be a number
        {"hot": "true"}                      | hot            | must be a boolean
        {"hot": 1}                           | hot            | must be a boolean
        {"name": 5}                          | name           | must be a string
        {"name": true}                       | name           | must be a string
        {"name": {"a": 1}}                   | name           | must be a string
        {"colour": "PINK"}                   | colour         | must be one of RED, GREEN
        {"code": "x"}                        | code           | not a valid string
        {"id": "x"}                          | id             | must be a UUID
        {"items": "x"}                       | items          | must be a list
        {"items": ["x"]}                     | items[0]       | must be an object
        {"items": [{}, {"due": "tomorrow"}]} | items[1].due   | must be a date and time, in ISO 8601
        {"count": 1, "hot": true, "cuont": 1} | cuont          | unknown property
        {}                                   | count          | must be a number
        {"items": [{"skew": "a"}]}           | items[0].skew  | unknown property
        [1]                                  | ``             | must be an object
        """)
    void namesThePathOfWhatIsWrong(String body, String field, String message) {
        refused(body)
                .body("detail", equalTo("The body does not have the expected form."))
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"count": "s3cr3t"}
        {"colour": "s3cr3t"}
        {"code": "s3cr3t"}
        {"name": s3cr3t}
        {"items": [{"due": "s3cr3t"}]}
        """)
    void neverQuotesWhatStoodThere(String body) {
        post(body).statusCode(400).body(not(containsString("s3cr3t")));
    }

    @Test
    void namesNoClassOfOurs() {
        post("{\"items\": \"x\"}").statusCode(400).body(not(containsString("dev.greenroom")));
    }

    private static ValidatableResponse refused(String body) {
        return post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("type", equalTo("urn:problem-type:greenroom:invalid-request"))
                .body("title", equalTo("Bad Request"))
                .body("status", equalTo(400))
                .body("instance", equalTo("/orders"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .when()
                .post("/orders")
                .then();
    }
}
