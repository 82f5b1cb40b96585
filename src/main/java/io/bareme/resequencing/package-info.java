/** Care that came to be known out of the order of its days, counted again in that order: proposed, then approved. */
@NullMarked
package io.bareme.resequencing;

import org.jspecify.annotations.NullMarked;
