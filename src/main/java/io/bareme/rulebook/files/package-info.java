/** The only place that reads the YAML and CSV files of the rulebook. */
@NullMarked
package io.bareme.rulebook.files;

import org.jspecify.annotations.NullMarked;
