package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A Backstage, real or not, that has read {@code contract/catalog-info.yaml}. */
interface BackstageUnderTest {
    String HIDDEN = "component:default/secret";
    String JANE = "user:default/jane";
    String JOHN = "user:default/john";
    String BY_NAME = "/api/catalog/entities/by-name/";
    String BY_QUERY = "/api/catalog/entities/by-query?";
    String BY_REFS = "/api/catalog/entities/by-refs";
    String TICKETING = BY_NAME + "component/default/ticketing";

    BackstageHttp http();

    CatalogFiles files();

    String staticToken();

    String tokenOf(String userRef);

    default BackstageHttp.Answer get(String path) {
        return http().get(staticToken(), path);
    }

    default BackstageHttp.Answer post(String path, Object body) {
        return http().post(staticToken(), path, body);
    }

    static void writeCatalog(Path folder) {
        try (var stream = BackstageUnderTest.class.getResourceAsStream("/backstage/contract/catalog-info.yaml")) {
            new CatalogFiles(folder)
                    .write("sales/catalog-info.yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
