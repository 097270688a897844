package dev.greenroom.workspace.view;

import dev.greenroom.contracts.UserRef;
import java.time.Instant;

/**
 * A reading of all that an owner has at Coder.
 *
 * @param link the generation of the owner's link by which it is read: of one that stands no longer, nothing is shown
 * @param since when it began, on the database's clock: what was shown later is not removed, and what was removed later
 *     is not shown, since the reading may have missed it
 * @param askedFor whether somebody waits for it, and is told even where nothing has changed
 */
public record Listing(String deployment, UserRef owner, long link, Instant since, boolean askedFor) {}
