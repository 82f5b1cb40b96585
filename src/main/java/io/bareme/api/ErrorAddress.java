package io.bareme.api;

import io.bareme.exchange.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The server's own address for errors, {@value #ADDRESS}: a failed request under {@code /api/} is answered with problem
 * details there, a page with a page; nobody may ask for it. A query in a broken encoding fails here, before all else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ErrorAddress extends OncePerRequestFilter {

    private static final String ADDRESS = "/error";

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (response.isCommitted() && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            return; // the answer broke off, and whoever asked has gone
        }
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            if (request.getRequestURI().equals(ADDRESS)) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                readable(request, response, chain);
            }
        } else if (ApiErrors.concern((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
            answer(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What nobody could read goes to no filter and no controller: each would fail at the first parameter. */
    private static void readable(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<Problem> problems = QueryEncoding.problems(request.getQueryString());
        if (problems.isEmpty()) {
            try {
                chain.doFilter(request, response);
            } catch (InvalidParameterException unreadableForm) {
                if (!response.isCommitted()) { // a form that did not come whole: the server has closed the connection
                    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                }
            }
        } else if (ApiErrors.concern(request.getRequestURI())) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            write(ApiErrors.body(problems, Asking.language(request)), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(ApiErrors.status(request, response));
        byte[] body =
                ApiErrors.body(response.getStatus(), response.getHeader(HttpHeaders.ALLOW), Asking.language(request));
        write(body, request, response);
    }

    private static void write(byte[] body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_LANGUAGE, Asking.language(request).code());
        response.getOutputStream().write(body);
    }
}
