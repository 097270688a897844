package dev.greenroom.workspace.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FailureCodeTest {

    private static final Path API = Path.of("../docs/api/openapi.yaml");
    private static final Pattern LINE = Pattern.compile("\\| `([a-z-]+)` \\|");

    @Test
    void hasALineInTheApisDescriptionForEachAndNoOther() throws Exception {
        // When
        var failure =
                Files.readString(API).replaceFirst("(?s).*\\n    Failure:", "").replaceFirst("(?s)\\n    \\w+:.*", "");
        var described =
                LINE.matcher(failure).results().map(line -> line.group(1)).toList();

        // Then
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FailureCode.values())
                        .map(FailureCode::code)
                        .toList());
    }
}
