package io.bareme.portal;

import io.bareme.launcher.BaremeApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A journey through the pages of the whole service, as it starts for a newcomer: its own PostgreSQL, its own people. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InBrowser
@SpringBootTest(classes = BaremeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@interface OnTheService {}
