package dev.greenroom.workspace.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Workspace.Agent;
import java.util.List;

/** Writes and reads a workspace's agents as one column has them. */
final class AgentsJson {

    private static final TypeReference<List<Agent>> AGENTS = new TypeReference<>() {};

    private AgentsJson() {}

    static String write(List<Agent> agents) {
        try {
            return MessageCodec.JSON.writeValueAsString(agents);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("agents that can't be written as JSON", e);
        }
    }

    static List<Agent> read(String json) {
        try {
            return MessageCodec.JSON.readValue(json, AGENTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("agents that were not written here", e);
        }
    }
}
