/** Nouns with arithmetic only: money, rates, ranges of dates, sources, identifiers. */
@NullMarked
package io.bareme.values;

import org.jspecify.annotations.NullMarked;
