/** What was decided: decisions, ledger, commitments and counters, in the order of their recording. */
@NullMarked
package io.bareme.journal;

import org.jspecify.annotations.NullMarked;
