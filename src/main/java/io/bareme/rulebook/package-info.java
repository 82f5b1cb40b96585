/** Reads, checks and compiles regulation, guarantee tables and rules into an immutable edition. */
@NullMarked
package io.bareme.rulebook;

import org.jspecify.annotations.NullMarked;
