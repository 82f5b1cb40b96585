/** The HTTP shape of care put in the order of its days. */
@NullMarked
package io.bareme.resequencing.web;

import org.jspecify.annotations.NullMarked;
