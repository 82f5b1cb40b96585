package io.bareme.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * An address that records what it is sent, once for each idempotency key: JSON in, and {@code 201}, or {@code 200} with
 * the answer that the key had before. The OpenAPI document says so of it ({@link ApiDocumentAnswers}).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(method = RequestMethod.POST, consumes = MediaType.APPLICATION_JSON_VALUE)
public @interface PostOnce {

    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value();
}
