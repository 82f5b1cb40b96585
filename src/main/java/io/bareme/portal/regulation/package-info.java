/** Pages on which regulated quantities are read: their values by date, each with its source. */
@NullMarked
package io.bareme.portal.regulation;

import org.jspecify.annotations.NullMarked;
