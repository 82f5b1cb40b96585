/** What a member may ask of their contracts on a day: rights, what the tables give, what remains of each limit. */
@NullMarked
package io.bareme.eligibility;

import org.jspecify.annotations.NullMarked;
