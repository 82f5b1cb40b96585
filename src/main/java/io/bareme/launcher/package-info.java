/** The commands of the program, and the service that starts when none is given. */
@NullMarked
package io.bareme.launcher;

import org.jspecify.annotations.NullMarked;
