/** Tests of care put in order, over HTTP. */
@org.jspecify.annotations.NullMarked
package io.bareme.resequencing.web;
