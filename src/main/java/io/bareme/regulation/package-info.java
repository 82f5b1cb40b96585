/** What the law fixes, by date: tariffs, compulsory rates, deductibles, legal floors and ceilings. */
@NullMarked
package io.bareme.regulation;

import org.jspecify.annotations.NullMarked;
