package dev.greenroom.workspace.intake;

import java.util.List;

/** What is done with a topic's messages. Both methods run inside a transaction and have to bear repeats. */
@FunctionalInterface
public interface Keep<M> {

    /** Keeps good messages, in their order; again after an outage, and in smaller parts where one of them fails. */
    void all(List<M> messages);

    /** A message that could not be kept is put aside after this: settle what others wait for. */
    default void givenUp(M message) {}
}
