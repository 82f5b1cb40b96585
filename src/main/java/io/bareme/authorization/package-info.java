/** One request in, one decision out. */
@NullMarked
package io.bareme.authorization;

import org.jspecify.annotations.NullMarked;
