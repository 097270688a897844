package dev.greenroom.workspace.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.MessageType;
import dev.greenroom.database.Row;
import java.sql.SQLException;

/** Messages as rows keep them: {@code message_type} and {@code message}, the JSON that crossed Kafka. */
public final class StoredMessage {

    private StoredMessage() {}

    public static String write(Message message) {
        try {
            return MessageCodec.JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that can't be written as JSON", e);
        }
    }

    /** @throws UnreadableRow for a row that a later version wrote and this one can't read */
    public static <M extends Message> M read(Row row, Class<M> kind) throws SQLException {
        var name = row.text("message_type");
        var type = MessageType.ofType(name).orElseThrow(() -> new UnreadableRow(name));
        try {
            return kind.cast(MessageCodec.JSON.readValue(row.text("message"), type.message()));
        } catch (JsonProcessingException e) {
            throw new UnreadableRow(name, e);
        }
    }
}
