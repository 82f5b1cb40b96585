/** What clients' programs are told of later, at addresses of their own: signed, tried again, never lost in silence. */
@NullMarked
package io.bareme.notification;

import org.jspecify.annotations.NullMarked;
