@NullMarked
package io.bareme.access;

import org.jspecify.annotations.NullMarked;
