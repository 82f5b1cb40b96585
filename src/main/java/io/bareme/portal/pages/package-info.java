/** What all pages share: their language, their headers, figures as people read them. */
@NullMarked
package io.bareme.portal.pages;

import org.jspecify.annotations.NullMarked;
