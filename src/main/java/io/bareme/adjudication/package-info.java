/** One claim, bound to everything it refers to, becomes one decision that explains itself. */
@NullMarked
package io.bareme.adjudication;

import org.jspecify.annotations.NullMarked;
