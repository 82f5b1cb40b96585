/** Says in French or English what a decision says in codes: the sentences of steps and reasons, amounts and dates. */
@NullMarked
package io.bareme.explanation;

import org.jspecify.annotations.NullMarked;
