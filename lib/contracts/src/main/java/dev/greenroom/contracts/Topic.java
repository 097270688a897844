package dev.greenroom.contracts;

/**
 * Where messages go; {@code docs/events/asyncapi.yaml} says who writes each topic and who reads it. A compacted one
 * carries state messages, whose revision only grows for each key.
 */
public enum Topic {
    CODER_CONFIGS("greenroom.coder-configs.v1", true),
    WORKSPACE_COMMANDS("greenroom.workspace-commands.v1", false),
    WORKSPACE_EVENTS("greenroom.workspace-events.v1", false),
    CODER_ACCOUNTS("greenroom.coder-accounts.v1", true);

    private final String topicName;
    private final boolean compacted;

    Topic(String topicName, boolean compacted) {
        this.topicName = topicName;
        this.compacted = compacted;
    }

    public String topicName() {
        return topicName;
    }

    /** The topic for records that a consumer of this one gave up; there is none where no service of Greenroom reads. */
    public String deadLetterTopicName() {
        return topicName + ".dlq";
    }

    public boolean compacted() {
        return compacted;
    }
}
