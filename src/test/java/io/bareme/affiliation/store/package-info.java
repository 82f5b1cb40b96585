/** Tests of the rules by which rows are corrected. */
@NullMarked
package io.bareme.affiliation.store;

import org.jspecify.annotations.NullMarked;
