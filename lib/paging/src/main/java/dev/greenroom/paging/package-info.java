/** How lists are given page by page. */
@NullMarked
package dev.greenroom.paging;

import org.jspecify.annotations.NullMarked;
