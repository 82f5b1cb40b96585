/** Tests of invoices over HTTP. */
@org.jspecify.annotations.NullMarked
package io.bareme.reimbursement.web;
