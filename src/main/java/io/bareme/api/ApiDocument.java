package io.bareme.api;

import io.bareme.access.Operation;
import io.bareme.decision.Engine;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the whole. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String TOKEN = "token";

    @Bean
    OpenAPI openApi() {
        Scopes scopes = new Scopes();
        for (Operation operation : Operation.values()) {
            scopes.addString(operation.word(), operation.description());
        }
        OAuthFlow flow = new OAuthFlow().tokenUrl("/oauth2/token").scopes(scopes);
        return new OpenAPI()
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .flows(new OAuthFlows().clientCredentials(flow))))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .info(new Info().title("Barème").version(Engine.VERSION).description("""
                                Authorizes and prices health-insurance claims in real time, to the cent, and says why.

                                One JSON shape of a claim serves simulations, authorizations and the command line; amounts \
                                are texts with two decimals. Refusals are problem details (RFC 9457) that name everything \
                                wrong at once, in French, or in English with `Accept-Language: en`. A well-formed claim \
                                that names an unknown act or member is no error: it is decided, with its reason."""));
    }
}
