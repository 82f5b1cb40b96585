package io.bareme.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who asks cannot be known while the database does not answer: that is no refusal of the client. */
final class DatabaseGone extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGone.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException failure) {
            LOG.error("{} {}: the database did not answer", request.getMethod(), request.getRequestURI(), failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            AccessProblem.UNREADABLE.answer(request, response, Map.of());
        }
    }
}
