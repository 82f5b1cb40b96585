/** Tests of care put in the order of its days. */
@org.jspecify.annotations.NullMarked
package io.bareme.resequencing;
