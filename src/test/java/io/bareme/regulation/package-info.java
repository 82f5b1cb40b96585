/** The law's values and calendars. */
@org.jspecify.annotations.NullMarked
package io.bareme.regulation;
