/** The only place that knows Drools: coverage rules compiled to findings. */
@NullMarked
package io.bareme.rulebook.drools;

import org.jspecify.annotations.NullMarked;
