/** One claim in, one decision out and recorded: who asks, the person's rights, the engine, the journal. */
@NullMarked
package io.bareme.decision;

import org.jspecify.annotations.NullMarked;
