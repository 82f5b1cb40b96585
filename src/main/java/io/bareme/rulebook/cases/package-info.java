/** Worked cases: what was published, derived or made up of a claim, compared to the cent with what is decided. */
@NullMarked
package io.bareme.rulebook.cases;

import org.jspecify.annotations.NullMarked;
