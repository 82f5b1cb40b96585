package io.bareme.authorization.web;

import io.bareme.launcher.BaremeApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The whole service on the demonstration data, started once for all tests of this room. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {BaremeApplication.class, TestDay.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "bareme.database.name=api_test")
public @interface ServiceTest {}
