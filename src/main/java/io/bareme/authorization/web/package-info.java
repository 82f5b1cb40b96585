/** The HTTP shape of an authorization: requests, replies and problems. */
@NullMarked
package io.bareme.authorization.web;

import org.jspecify.annotations.NullMarked;
