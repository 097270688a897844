package dev.greenroom.standins.leaks;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Hears every answer that a Quarkus test gets by REST Assured, where a search for leaks is asked for. */
public final class NoteErrorBodies implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        if (LeakHunt.asked().isPresent() && isRestAssuredThere()) {
            Hear.everyAnswer();
        }
    }

    private static boolean isRestAssuredThere() {
        try {
            Class.forName("io.restassured.RestAssured", false, NoteErrorBodies.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException notInThisModule) {
            return false;
        }
    }

    /** On its own, so that it is loaded only where REST Assured is. */
    private static final class Hear implements Filter {

        static void everyAnswer() {
            if (RestAssured.filters().stream().noneMatch(Hear.class::isInstance)) {
                RestAssured.filters(new Hear());
            }
        }

        @Override
        public Response filter(
                FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext chain) {
            var answer = chain.next(request, expected);
            var call = request.getMethod() + " " + request.getURI().replaceFirst("\\?.*", "");
            ErrorBodies.note(call, answer.statusCode(), answer.headers() + "\n" + answer.asString());
            return answer;
        }
    }
}
