/** What each address asks of its caller: the filter chains, their refusals, and how often a client may ask. */
@NullMarked
package io.bareme.access.web;

import org.jspecify.annotations.NullMarked;
