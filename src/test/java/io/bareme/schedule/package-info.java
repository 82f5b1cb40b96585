/** Jobs of services that share a database. */
@org.jspecify.annotations.NullMarked
package io.bareme.schedule;
