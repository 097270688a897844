package dev.greenroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.greenroom.gateway.neighbours.Neighbours;
import dev.greenroom.gateway.neighbours.NeighboursTestResource;
import dev.greenroom.gateway.neighbours.TestUser;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public API's description says what the gateway does, in both directions. */
@QuarkusTest
@WithTestResource(value = KafkaTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = BackstageTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = NeighboursTestResource.class, scope = TestResourceScope.GLOBAL)
class ApiDescriptionTest {
    private static final java.nio.file.Path FILE = java.nio.file.Path.of("../docs/api/openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Inject
    Router router;

    BackstageStandIn backstage;
    Neighbours neighbours;

    private JsonNode description;
    private TestUser jane;

    @BeforeEach
    void read() throws IOException {
        description = YAML.readTree(Files.readString(FILE));
        neighbours.reset();
        jane = TestUser.another(backstage);
        backstage.files().write("shop.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: shop}
                spec: {type: service, lifecycle: production, owner: guests}
                """);
    }

    @Test
    void isServedAsItIsWritten() throws IOException {
        var served = YAML.readTree(
                RestAssured.get("/openapi").then().statusCode(200).extract().asString());

        assertThat(served).isEqualTo(description);
    }

    @Test
    void namesEachPathThatThereIsAndNoOther() {
        var routes = router.getRoutes().stream()
                .map(route -> String.valueOf(route.getPath()))
                .filter(path -> Stream.of("/v1/", "/oauth2/", "/coder/").anyMatch(path::startsWith))
                .map(path -> path.replaceAll(":(\\w+)", "{$1}"));
        var resources = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.greenroom.gateway")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
                        .flatMap(type -> type.getMethods().stream()
                                .filter(method -> method.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                                .map(method ->
                                        type.getAnnotationOfType(Path.class).value()
                                                + method.tryGetAnnotationOfType(Path.class)
                                                        .map(Path::value)
                                                        .orElse("")));

        var there = Stream.concat(routes, resources)
                .filter(path -> !path.endsWith("/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).isEqualTo(described());
    }

    @Test
    void namesEachMethodThatAPathTakesAndNoOther() {
        for (var path : described()) {
            for (var method : METHODS) {
                var status = jane.asks()
                        .contentType(path.startsWith("/coder/oauth2/") ? ContentType.URLENC : ContentType.JSON)
                        .body("{}")
                        .request(method, path.replace("{id}", "x").replaceAll("\\{\\w+}", "x"))
                        .statusCode();

                assertThat(status == 405)
                        .as("%s %s: %d", method, path, status)
                        .isNotEqualTo(description.at("/paths").get(path).has(method));
            }
        }
    }

    @Test
    void describesWhatIsAnswered() {
        var accepted = post(Map.of("entityRef", "component:default/shop"));
        var id = accepted.then().statusCode(202).extract().<String>path("id");

        assertThatItFits(accepted, "AcceptedOperation");
        assertThatItFits(jane.asks().get("/v1/operations/" + id), "Operation");
        assertThatItFits(jane.asks().post("/v1/workspaces/" + UUID.randomUUID() + "/start"), "AcceptedOperation");
        assertThatItFits(jane.asks().post("/v1/workspaces/mine/start"), "Problem");
        assertThatItFits(post(Map.of("entityRef", "shop")), "Problem");
        assertThatItFits(post(Map.of("entityRef", "component:default/nowhere")), "Problem");
        assertThatItFits(RestAssured.get("/v1/account"), "Problem");
        neighbours.authService().stop();
        assertThatItFits(jane.asks().get("/v1/account"), "Problem");
    }

    private void assertThatItFits(Response answer, String schema) {
        // A reference within the description needs the whole of it.
        var whole = "{\"$ref\": \"#/components/schemas/" + schema + "\", "
                + description.toString().substring(1);
        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole, InputFormat.JSON)
                .validate(answer.asString(), InputFormat.JSON);

        assertThat(errors).as(answer.asString()).isEmpty();
    }

    private Response post(Map<String, ?> body) {
        return jane.asks().contentType(ContentType.JSON).body(body).post("/v1/workspaces");
    }

    private TreeSet<String> described() {
        var paths = new TreeSet<String>();
        description.at("/paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }
}
