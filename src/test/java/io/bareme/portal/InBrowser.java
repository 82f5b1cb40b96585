package io.bareme.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class that looks at pages in a real Chromium. Its tests may take a {@link com.microsoft.playwright.Page},
 * fresh each time, French, of a desktop's size. One browser serves the whole JVM, one test class at a time. A script
 * error, a refused resource or a request to another machine fails the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ResourceLock("browser")
@ExtendWith(PageSupply.class)
public @interface InBrowser {}
