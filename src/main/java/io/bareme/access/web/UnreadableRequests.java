package io.bareme.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Addresses written so that they could mean two things: a page that is not there, a request that cannot be read. */
@Configuration(proxyBeanMethods = false)
class UnreadableRequests {

    /** As Spring Security has it, but that headers of printable ASCII, nearly all, need not go through its expression. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                value -> isPrintableAscii(value) || StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(value));
        return firewall;
    }

    private static boolean isPrintableAscii(String value) {
        for (int n = 0; n < value.length(); n++) {
            if (value.charAt(n) < ' ' || value.charAt(n) > '~') {
                return false;
            }
        }
        return true;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, _) -> response.sendError(
                request.getRequestURI().startsWith("/api/")
                        ? HttpServletResponse.SC_BAD_REQUEST
                        : HttpServletResponse.SC_NOT_FOUND);
    }
}
