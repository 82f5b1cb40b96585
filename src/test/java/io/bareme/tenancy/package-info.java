@NullMarked
package io.bareme.tenancy;

import org.jspecify.annotations.NullMarked;
