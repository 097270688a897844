package dev.greenroom.standins.coder.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** What the target answered. */
record Answer(int status, HttpHeaders headers, JsonNode body) {

    String text(String pointer) {
        return body.at(pointer).asText();
    }
}
