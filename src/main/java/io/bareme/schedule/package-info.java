/** What services do by themselves, from time to time: each job in one of the services on a database at a time. */
@NullMarked
package io.bareme.schedule;

import org.jspecify.annotations.NullMarked;
