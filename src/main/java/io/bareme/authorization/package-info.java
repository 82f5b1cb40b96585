/** Authorizations: what was decided ahead of care, and the promise that stands on it. */
@NullMarked
package io.bareme.authorization;

import org.jspecify.annotations.NullMarked;
