/** The HTTP of batches: lines are read, sent through the addresses they name, and answered in their order. */
@NullMarked
package io.bareme.batch.web;

import org.jspecify.annotations.NullMarked;
