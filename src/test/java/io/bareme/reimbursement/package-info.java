/** Tests of invoices. */
package io.bareme.reimbursement;
