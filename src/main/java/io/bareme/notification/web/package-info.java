/** The HTTP shape of clients' addresses and of what could not be delivered to them. */
@NullMarked
package io.bareme.notification.web;

import org.jspecify.annotations.NullMarked;
