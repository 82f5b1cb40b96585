/** Invoices: matched to what was promised, or decided on their own; what they consume, and what is owed. */
@NullMarked
package io.bareme.reimbursement;

import org.jspecify.annotations.NullMarked;
