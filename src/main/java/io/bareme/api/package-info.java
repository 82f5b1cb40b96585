/** What the addresses of the API have in common: bodies, keys, languages, problem details, the OpenAPI document. */
@NullMarked
package io.bareme.api;

import org.jspecify.annotations.NullMarked;
