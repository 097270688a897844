package dev.greenroom.workspace.cancel;

import dev.greenroom.workspace.operation.Progress;
import java.util.UUID;

/**
 * Which build is canceled: the one that was under way at the first look. To ask Coder for its end once more, after a
 * crash, does no harm.
 */
record CancelProgress(UUID buildId) implements Progress {}
