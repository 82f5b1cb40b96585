/** The HTTP shape of eligibility. */
@NullMarked
package io.bareme.eligibility.web;

import org.jspecify.annotations.NullMarked;
