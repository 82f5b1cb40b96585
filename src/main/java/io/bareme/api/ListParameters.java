package io.bareme.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every list of decisions may be asked for by, and its pages. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "member", in = ParameterIn.QUERY, example = "FR-000001")
@Parameter(
        name = "verdict",
        in = ParameterIn.QUERY,
        schema = @Schema(allowableValues = {"approved", "approved-in-part", "referred", "incomplete", "refused"}))
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "First day of recording, UTC.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "Last day of recording, UTC.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "after",
        in = ParameterIn.QUERY,
        description = "The next of the page before.",
        schema = @Schema(type = "integer", format = "int64"))
@Parameter(
        name = "size",
        in = ParameterIn.QUERY,
        description = "Of a page.",
        schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
public @interface ListParameters {}
