package io.bareme.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who asked for a page and cannot have it gets a page that says so; programs get their problem details. What is our own
 * fault is left to the server, which logs it and shows the same page.
 */
@Component
final class PageErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        HttpStatusCode status = status(failure);
        if (status == null || request.getRequestURI().startsWith("/api/")) {
            return null;
        }
        boolean gone = !(failure instanceof ErrorResponse);
        if (!wantsPage(request) && !gone) {
            return null;
        }
        if (gone) {
            LOG.error("{} {}: the database did not answer", request.getMethod(), request.getRequestURI(), failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        return wantsPage(request)
                ? new ModelAndView("error", Map.of("status", status.value()), status)
                : answered(response, status);
    }

    /** Who wants no page gets the status, and a few words of the server's own. */
    private static @Nullable ModelAndView answered(HttpServletResponse response, HttpStatusCode status) {
        try {
            response.sendError(status.value());
            return new ModelAndView();
        } catch (IOException nobodyListens) {
            return null;
        }
    }

    private static @Nullable HttpStatusCode status(Exception failure) {
        return switch (failure) {
            case ErrorResponse refusal -> refusal.getStatusCode();
            case DataAccessException gone -> HttpStatus.SERVICE_UNAVAILABLE;
            case TransactionException gone -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> null;
        };
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
