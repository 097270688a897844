/** Part of step 1 of the flow: the groups that own entities, and so the users who do. */
@NullMarked
package dev.greenroom.catalogsync.group;

import org.jspecify.annotations.NullMarked;
