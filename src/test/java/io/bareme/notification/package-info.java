/** What clients are told, tried with servers that fail. */
@org.jspecify.annotations.NullMarked
package io.bareme.notification;
