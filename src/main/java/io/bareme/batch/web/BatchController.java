package io.bareme.batch.web;

import io.bareme.access.Allotments;
import io.bareme.api.Asking;
import io.bareme.api.Body;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;

/** Many requests in one. */
@RestController
@Tag(name = "Batches", description = "Many requests in one, each answered as at its own address.")
class BatchController {

    private static final String EXAMPLE = """
            {"key": "2026-11-16/1", "operation": "authorization", "body": {"member": "FR-000001", "provider": {"id": "prov-42", "profession": "doctor", "category": "optam"}, "lines": [{"act": "NGAP G", "date": "2026-11-16", "charge": "30.00"}]}}
            {"operation": "eligibility", "body": {"member": "FR-000001", "families": ["optical"]}}
            """;
    private static final String ANSWERS = """
            {"line":1,"key":"2026-11-16/1","status":201,"location":"/api/v1/authorizations/…","body":{"verdict":"approved"}}
            {"line":2,"status":200,"body":{"state":"open"}}
            """;

    private static final Logger LOG = LoggerFactory.getLogger(BatchController.class);

    private final ObjectProvider<DispatcherServlet> controllers;
    private final Allotments allotments;

    BatchController(ObjectProvider<DispatcherServlet> controllers, Allotments allotments) {
        this.controllers = controllers;
        this.allotments = allotments;
    }

    @PostMapping(
            path = "/api/v1/batches",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Send many requests",
            description = "One JSON object on each line, a million bytes at most, 10,000 lines at most: `operation`"
                    + " (simulation, authorization, invoice, eligibility), `body`, and `key`, the idempotency key where"
                    + " the operation takes one. Answers come line by line in the same order, while lines are still"
                    + " sent: the number of the line, its key, the status and body that its own address would give,"
                    + " `location`, `replayed` and `retryAfter` where that address has such headers. A bad line fails"
                    + " none of its neighbours. Each line takes the scope of its operation and counts as a request; a"
                    + " batch waits for its turn rather than be refused. Broken off, it can be sent again whole: what"
                    + " was recorded is known by its key.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(value = EXAMPLE))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description =
                                "An answer on each line; each has a status of its own: one of its address, or 413 for a"
                                        + " line of more than a million bytes and, without a key, for the first beyond 10,000.",
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(value = ANSWERS))),
                @ApiResponse(
                        responseCode = "415",
                        description = "The body is not announced as application/x-ndjson in UTF-8, or is compressed.")
            })
    void send(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException, HttpMediaTypeNotSupportedException {
        Body.checkEncoding(request);
        LineAnswering answering = new LineAnswering(controllers.getObject(), allotments, request, response);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_LANGUAGE, Asking.language(request).code());
        LinesInOrder lines =
                new LinesInOrder(new InputLines(request.getInputStream()), response.getOutputStream(), answering);
        try {
            lines.run();
        } catch (IOException callerHasGone) {
            LOG.info("A caller left its batch: {}", callerHasGone.getMessage());
        }
    }
}
