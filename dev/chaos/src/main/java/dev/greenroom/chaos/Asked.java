package dev.greenroom.chaos;

import dev.greenroom.contracts.WorkspaceCommand;
import java.util.List;

/**
 * A command that was asked for.
 *
 * @param builds that it is to make at Coder, in this order, if all that was asked for before has been done: none where the
 *     workspace is as it is wanted
 */
record Asked(WorkspaceCommand command, List<String> builds) {}
