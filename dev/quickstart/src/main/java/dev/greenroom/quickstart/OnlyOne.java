package dev.greenroom.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A home has one launcher: it holds a lock until its process ends, in whichever way. */
final class OnlyOne {
    /** Held on to, since a channel that nobody refers to is closed, and its lock with it. */
    private static @Nullable FileLock claimed;

    private OnlyOne() {}

    static boolean isThere(Home home) {
        try (var channel = open(home)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Launch.PartFailed where another was faster */
    static void claim(Home home) {
        try {
            claimed = open(home).tryLock();
            if (claimed == null) {
                throw new Launch.PartFailed("another ./greenroom up was faster");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Home home) throws IOException {
        return FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
