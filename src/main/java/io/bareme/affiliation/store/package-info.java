/** The tables of contracts, members and rights. */
@NullMarked
package io.bareme.affiliation.store;

import org.jspecify.annotations.NullMarked;
