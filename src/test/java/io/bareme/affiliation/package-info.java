/** Tests of members and their rights. */
@NullMarked
package io.bareme.affiliation;

import org.jspecify.annotations.NullMarked;
