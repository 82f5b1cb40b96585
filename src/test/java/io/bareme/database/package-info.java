/** Tests of the server on board, and the database that other tests work on. */
@NullMarked
package io.bareme.database;

import org.jspecify.annotations.NullMarked;
