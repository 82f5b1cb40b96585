/** Authorizations, their clocks and what becomes of them, without HTTP. */
@org.jspecify.annotations.NullMarked
package io.bareme.authorization;
