/** Step 4, pre-provisioning: commands that nobody asked for, where author, operator and owner have agreed. */
@NullMarked
package dev.greenroom.workspace.preprovision;

import org.jspecify.annotations.NullMarked;
