/** The one JSON shape of a claim and of its decision, shared by the HTTP service and the command line. */
@NullMarked
package io.bareme.exchange;

import org.jspecify.annotations.NullMarked;
