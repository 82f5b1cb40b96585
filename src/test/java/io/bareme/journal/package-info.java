/** Tests of what was decided, on a real database. */
@NullMarked
package io.bareme.journal;

import org.jspecify.annotations.NullMarked;
