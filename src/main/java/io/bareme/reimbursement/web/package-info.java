/** Invoices over HTTP. */
@NullMarked
package io.bareme.reimbursement.web;

import org.jspecify.annotations.NullMarked;
