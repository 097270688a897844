/** The lists that operators get page by page, what came last first. */
@NullMarked
package dev.greenroom.workspace.page;

import org.jspecify.annotations.NullMarked;
