/** Whether a table that claims to be a responsible contract (CSS L871-1, R871-1, R871-2) is one, cell by cell. */
@NullMarked
package io.bareme.rulebook.responsible;

import org.jspecify.annotations.NullMarked;
