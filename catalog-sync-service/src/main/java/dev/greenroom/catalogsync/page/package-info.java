/** The lists that the API gives page by page, in the order of entity references. */
@NullMarked
package dev.greenroom.catalogsync.page;

import org.jspecify.annotations.NullMarked;
