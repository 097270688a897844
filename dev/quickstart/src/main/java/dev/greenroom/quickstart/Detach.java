package dev.greenroom.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Starts {@code up} as a process that outlives this one, and passes its lines on until it is ready or has failed. */
final class Detach {
    private Detach() {}

    /** @return the exit code for the script */
    static int start(Home home) {
        var log = home.log("greenroom");
        try {
            var process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try (var lines = Files.newBufferedReader(log)) {
                return follow(process, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() {
        var command = new ArrayList<String>();
        var self = ProcessHandle.current().info();
        command.add("setsid");
        command.add(self.command().orElseThrow());
        for (var argument : self.arguments().orElseThrow()) {
            if (!argument.equals("--detach")) {
                command.add(argument);
            }
        }
        return command;
    }

    private static int follow(Process process, BufferedReader lines) throws IOException {
        while (true) {
            var line = lines.readLine();
            if (line != null) {
                System.out.println(line);
                if (line.startsWith("ready in")) {
                    return 0;
                }
            } else if (!process.isAlive()) {
                return process.exitValue();
            } else {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
