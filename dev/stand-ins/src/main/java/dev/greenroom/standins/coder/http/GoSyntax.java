package dev.greenroom.standins.coder.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.Map;

/** What Go's JSON decoder says about a text that is no JSON object. */
final class GoSyntax {

    private static final Map<Character, String> LITERALS = Map.of('n', "null", 't', "true", 'f', "false");
    private static final JsonFactory JSON = new JsonFactory();

    private GoSyntax() {}

    static String complaintAbout(String text) {
        String literal = LITERALS.get(text.charAt(0));
        if (literal != null && !text.startsWith(literal)) {
            return brokenLiteral(text, literal);
        }
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken first = parser.nextToken();
            while (parser.nextToken() != null) {
                // Only the parser's complaint is wanted.
            }
            return "json: cannot unmarshal " + kindOf(first) + " into Go value";
        } catch (JsonEOFException e) {
            return "unexpected EOF";
        } catch (IOException e) {
            return "invalid character '" + text.charAt(0) + "' looking for beginning of value";
        }
    }

    private static String brokenLiteral(String text, String literal) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == literal.charAt(at)) {
            at++;
        }
        return at == text.length()
                ? "unexpected EOF"
                : "invalid character '" + text.charAt(at) + "' in literal " + literal + " (expecting '"
                        + literal.charAt(at) + "')";
    }

    private static String kindOf(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_TRUE, VALUE_FALSE -> "bool";
            default -> "number";
        };
    }
}
