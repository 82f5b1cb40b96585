/** The only place that knows the grammar of the guarantee language, as insurers print it. */
@NullMarked
package io.bareme.rulebook.wording;

import org.jspecify.annotations.NullMarked;
