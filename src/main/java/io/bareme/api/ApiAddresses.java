package io.bareme.api;

import io.bareme.api.ProblemReply.Kind;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Requests under {@code /api/} that reach no controller: an unknown address, method or form. Pages keep their own. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiAddresses {

    private static final String API = "/api/";

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<Object> unknown(NoResourceFoundException failure, HttpServletRequest request)
            throws ServletException {
        return problem(Kind.UNKNOWN, failure, request, Map.of());
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<Object> method(HttpRequestMethodNotSupportedException failure, HttpServletRequest request)
            throws ServletException {
        Set<HttpMethod> methods = failure.getSupportedHttpMethods();
        String allowed = methods == null
                ? ""
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        ResponseEntity<Object> problem = problem(Kind.METHOD, failure, request, Map.of("allowed", allowed));
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.ALLOW, allowed)
                .body(problem.getBody());
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<Object> notJson(HttpMediaTypeNotSupportedException failure, HttpServletRequest request)
            throws ServletException {
        if (Body.isEncoded(request)) {
            ResponseEntity<Object> problem = problem(Kind.ENCODED, failure, request, Map.of());
            return ResponseEntity.status(problem.getStatusCode())
                    .headers(problem.getHeaders())
                    .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                    .body(problem.getBody());
        }
        String allowed = failure.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .collect(Collectors.joining(", "));
        return problem(
                Kind.NOT_JSON,
                failure,
                request,
                Map.of("allowed", allowed.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : allowed));
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<Object> notAcceptable(HttpMediaTypeNotAcceptableException failure, HttpServletRequest request)
            throws ServletException {
        return problem(Kind.NOT_ACCEPTABLE, failure, request, Map.of());
    }

    private static ResponseEntity<Object> problem(
            Kind kind, ServletException failure, HttpServletRequest request, Map<String, String> parameters)
            throws ServletException {
        if (!request.getRequestURI().startsWith(request.getContextPath() + API)) {
            throw failure;
        }
        return ProblemReply.of(kind, Asking.language(request), List.of(), parameters);
    }
}
