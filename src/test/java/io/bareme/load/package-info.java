/** Programs that ask the running service from outside: under load, while it is killed, and for how long. */
@org.jspecify.annotations.NullMarked
package io.bareme.load;
