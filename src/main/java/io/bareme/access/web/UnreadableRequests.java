package io.bareme.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Addresses written so that they could mean two things: a page that is not there, a request that cannot be read. */
@Configuration(proxyBeanMethods = false)
class UnreadableRequests {

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, _) -> response.sendError(
                request.getRequestURI().startsWith("/api/")
                        ? HttpServletResponse.SC_BAD_REQUEST
                        : HttpServletResponse.SC_NOT_FOUND);
    }
}
