/** Contracts, members and their rights: true on a date, as known at a moment. */
@NullMarked
package io.bareme.affiliation;

import org.jspecify.annotations.NullMarked;
