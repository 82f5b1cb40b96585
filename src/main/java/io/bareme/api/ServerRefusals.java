package io.bareme.api;

import io.bareme.explanation.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Requests under {@code /api/} that the server itself refuses, unreadable as they are, get problem details too. */
@Configuration(proxyBeanMethods = false)
class ServerRefusals {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Problems()));
    }

    private static final class Problems extends ErrorReportValve {

        /** Of an address that cannot be read, nobody knows: no browser sends one. */
        private static String address(Request request) {
            String address = request.getRequestURI();
            return address == null || address.isEmpty() ? ApiErrors.API : address;
        }

        /** Others are left to the valve before it. */
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400
                    || response.getContentWritten() > 0
                    || !ApiErrors.concern(address(request))
                    || !response.setErrorReported()) {
                return;
            }
            response.setStatus(ApiErrors.status(request, response));
            Language language = Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
            byte[] body = ApiErrors.body(response.getStatus(), response.getHeader(HttpHeaders.ALLOW), language);
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException callerHasGone) {
                throw new UncheckedIOException(callerHasGone);
            }
        }
    }
}
