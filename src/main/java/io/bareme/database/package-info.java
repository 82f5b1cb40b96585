/** The PostgreSQL server that the program brings with it, unless it is given another. */
@NullMarked
package io.bareme.database;

import org.jspecify.annotations.NullMarked;
