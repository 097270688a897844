/** Beside step 4: an admin's word that nothing is begun with nobody asking, and who said so when. */
@NullMarked
package dev.greenroom.workspace.pause;

import org.jspecify.annotations.NullMarked;
