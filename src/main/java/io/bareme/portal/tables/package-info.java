/** Pages on which guarantee tables are read as they were published. */
@NullMarked
package io.bareme.portal.tables;

import org.jspecify.annotations.NullMarked;
