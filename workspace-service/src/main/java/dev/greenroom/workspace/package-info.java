/** Step 4: what the catalog wants and people ask for is done at Coder, and told. */
@NullMarked
package dev.greenroom.workspace;

import org.jspecify.annotations.NullMarked;
