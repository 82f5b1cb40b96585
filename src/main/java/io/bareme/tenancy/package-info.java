/** For which organisation a thread works, and the connections to the database that see its rows alone. */
@NullMarked
package io.bareme.tenancy;

import org.jspecify.annotations.NullMarked;
