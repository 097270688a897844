package dev.greenroom.contracts;

/**
 * A topic with what it is kept for; `docs/events/asyncapi.yaml` says who writes it and who reads it.
 * A compacted topic carries state messages, whose revision only grows for each key.
 */
public enum Topic {
    CODER_CONFIGS(Topic.CODER_CONFIGS_NAME, true),
    WORKSPACE_COMMANDS(Topic.WORKSPACE_COMMANDS_NAME, false),
    WORKSPACE_EVENTS(Topic.WORKSPACE_EVENTS_NAME, false),
    CODER_ACCOUNTS(Topic.CODER_ACCOUNTS_NAME, true);

    /** The names as constants, for annotations. */
    public static final String CODER_CONFIGS_NAME = "greenroom.coder-configs.v1";

    public static final String WORKSPACE_COMMANDS_NAME = "greenroom.workspace-commands.v1";
    public static final String WORKSPACE_EVENTS_NAME = "greenroom.workspace-events.v1";
    public static final String CODER_ACCOUNTS_NAME = "greenroom.coder-accounts.v1";

    private final String topicName;
    private final boolean compacted;

    Topic(String topicName, boolean compacted) {
        this.topicName = topicName;
        this.compacted = compacted;
    }

    public String topicName() {
        return topicName;
    }

    /** The topic that takes the records which a consumer of this one gave up. */
    public String deadLetterTopicName() {
        return topicName + ".dlq";
    }

    public boolean compacted() {
        return compacted;
    }
}
