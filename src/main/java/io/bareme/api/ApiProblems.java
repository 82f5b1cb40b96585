package io.bareme.api;

import io.bareme.api.ProblemReply.Kind;
import io.bareme.exchange.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong unforeseen inside the controllers of the API is logged, and told without its trace. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final int LONGEST_SHOWN = 80;
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> unavailable(RuntimeException failure, HttpServletRequest request) {
        LOG.error("{} {}: the database did not answer", request.getMethod(), request.getRequestURI(), failure);
        boolean mayHaveRecorded = request.getHeader(Asking.KEY) != null;
        return ProblemReply.of(mayHaveRecorded ? Kind.UNAVAILABLE : Kind.UNREADABLE, Asking.language(request));
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<Object> missing(MissingServletRequestParameterException failure, HttpServletRequest request) {
        return parameter(failure.getParameterName(), "", "missing-parameter", request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        String value = String.valueOf(failure.getValue());
        return parameter(
                failure.getName(),
                '"' + value.substring(0, Math.min(LONGEST_SHOWN, value.length())) + '"',
                "parameter-unreadable",
                request);
    }

    /** Of a kind that the server itself refuses to take apart: one without a name, a thousand of them. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Object> unreadable(HttpServletRequest request) {
        return ProblemReply.of(Kind.REFUSED, Asking.language(request));
    }

    private static ResponseEntity<Object> parameter(
            String name, String value, String code, HttpServletRequest request) {
        Problem problem = new Problem("/" + name, value, code, Map.of("name", name), null);
        return ProblemReply.of(Kind.BAD_REQUEST, Asking.language(request), problem);
    }

    /** Whoever still listens is told; what they would send on is not waited for. */
    @ExceptionHandler(UnfinishedRequest.class)
    ResponseEntity<Object> unfinished(HttpServletRequest request) {
        ResponseEntity<Object> problem = ProblemReply.of(Kind.UNFINISHED, Asking.language(request));
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.CONNECTION, "close")
                .body(problem.getBody());
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<Object> unforeseen(RuntimeException failure, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return ProblemReply.of(Kind.FAILED, Asking.language(request));
    }
}
