/** What a contract promises: tables of guarantees, their formulas, limits and waiting periods. */
@NullMarked
package io.bareme.guarantee;

import org.jspecify.annotations.NullMarked;
