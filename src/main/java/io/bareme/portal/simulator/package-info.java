/** The page where anyone sees what a care would cost, who pays what, and why. */
@NullMarked
package io.bareme.portal.simulator;

import org.jspecify.annotations.NullMarked;
