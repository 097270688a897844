package dev.greenroom.workspace.intake;

import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.Topic;

/** A topic that this service reads, and what it does with its messages. */
public interface ReadTopic<M extends Message> {

    Topic topic();

    Class<M> type();

    Keep<M> keep();
}
