/** Who may ask the service for what: API clients, their tokens, the keys that sign them, and how often they may ask. */
@NullMarked
package io.bareme.access;

import org.jspecify.annotations.NullMarked;
