package dev.greenroom.standins.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** What tests were answered where something was wrong; kept for the search, where one is asked for. */
public final class ErrorBodies {
    private static final int FIRST_ERROR = 400;

    private ErrorBodies() {}

    /** @param body as it came; that of a success is not kept: it may be meant to have a token */
    public static void note(String call, int status, String body) {
        if (status < FIRST_ERROR) {
            return;
        }
        LeakHunt.asked().ifPresent(hunt -> {
            var file = hunt.errorBodies().resolve(ProcessHandle.current().pid() + ".txt");
            try {
                Files.writeString(
                        file,
                        call + " " + status + "\n" + body + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
