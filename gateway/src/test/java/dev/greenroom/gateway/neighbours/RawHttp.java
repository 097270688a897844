package dev.greenroom.gateway.neighbours;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks HTTP byte by byte, as no client library would. */
public final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int QUIET_MILLIS = 150;

    private final Socket socket;
    private boolean ended;

    public RawHttp() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        socket = new Socket("127.0.0.1", port);
    }

    /** Sends just these bytes, each character one of them. */
    public RawHttp send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** What came until the other side closed or was quiet for a moment. */
    public String receive() throws IOException {
        var received = new ByteArrayOutputStream();
        var in = socket.getInputStream();
        socket.setSoTimeout(PATIENCE_MILLIS);
        try {
            while (readInto(received, in)) {
                socket.setSoTimeout(QUIET_MILLIS);
            }
        } catch (SocketTimeoutException quiet) {
            // That is the end of it.
        }
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    private boolean readInto(ByteArrayOutputStream received, InputStream in) throws IOException {
        var buffer = new byte[8192];
        int read = in.read(buffer);
        ended = read < 0;
        if (read > 0) {
            received.write(buffer, 0, read);
        }
        return read > 0;
    }

    /** The answer to one request of these bytes, on a connection of its own. */
    public static String answerTo(String bytes) throws IOException {
        try (var connection = new RawHttp()) {
            return connection.send(bytes).receive();
        }
    }

    /** Whether the other side has closed, as far as was received. */
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
