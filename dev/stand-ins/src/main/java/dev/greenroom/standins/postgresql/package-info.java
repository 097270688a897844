/** PostgreSQL without Docker, with a database and a role for each service. */
@NullMarked
package dev.greenroom.standins.postgresql;

import org.jspecify.annotations.NullMarked;
