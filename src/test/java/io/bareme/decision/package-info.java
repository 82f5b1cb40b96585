/** Tests of deciding one claim. */
@org.jspecify.annotations.NullMarked
package io.bareme.decision;
