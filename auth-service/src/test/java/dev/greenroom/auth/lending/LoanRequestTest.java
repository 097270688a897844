package dev.greenroom.auth.lending;

import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.with;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AuthServiceProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class LoanRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"deployment": "default", "userRef": "jane"}               | userRef
        {"deployment": "default", "userRef": "group:default/team"} | userRef
        {"deployment": "default", "userRef": 1}                    | userRef
        {"deployment": "default", "userRef": "user:default/j", "token": "x"} | token
        """)
    void saysWhatIsWrongWithARequest(String body, String field) {
        with(serviceToken())
                .body(body)
                .when()
                .post("/internal/loans")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"userRef": "user:default/j"}
        {"deployment": "default"}
        {"deployment": " ", "userRef": "user:default/j"}
        {}
        null
        """)
    void wantsBothPartsOfARequest(String body) {
        with(serviceToken())
                .body(body)
                .when()
                .post("/internal/loans")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }
}
