package io.bareme.access.web;

import io.bareme.access.Addresses;
import io.bareme.access.Allotments;
import io.bareme.access.ApiClients;
import io.bareme.access.Operation;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The three ways in: where tokens are asked for, where a token is needed, and what anybody may see, which is the pages of
 * the demonstration. What is none of these does not exist. No way in has a session or a cookie that proves anything, so
 * there is nothing for another site to forge.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String[] PUBLIC = {
        "/",
        "/acts",
        "/members",
        "/products",
        "/products/**",
        "/regulation/**",
        "/css/**",
        "/js/**",
        "/webjars/**",
        "/_static/**",
        "/icon.svg",
        "/favicon.ico",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/actuator/health",
        "/actuator/health/**"
    };

    /** Requests are counted and timed as a whole; to time each of these filters cost a third of the time of a request. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Asking for a token, and the public halves of the keys. Spring's other endpoints are not ours. */
    @Bean
    @Order(1)
    SecurityFilterChain tokenRequests(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher("/oauth2/token", "/oauth2/jwks")
                .addFilterBefore(new RefusedSecrets(), SecurityContextHolderFilter.class)
                .oauth2AuthorizationServer(server -> server.clientAuthentication(
                                client -> client.errorResponseHandler(new RefusedClients()))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(converters -> {
                            converters.clear();
                            converters.add(new TokenRequests());
                        })))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiRequests(HttpSecurity http, ApiClients clients, Allotments allotments) throws Exception {
        Refusals refusals = new Refusals();
        return stateless(http)
                .securityMatcher(Addresses.API, "/actuator/prometheus")
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new TokensOfHeaders())
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new ClientOfToken(clients))))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new DatabaseGone(), SecurityContextHolderFilter.class)
                .addFilterAfter(new RateLimits(allotments), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new ClientsWork(), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> {
                    for (Addresses address : Addresses.values()) {
                        requests.requestMatchers(address.patterns())
                                .hasAnyAuthority(address.operations().stream()
                                        .map(Operation::authority)
                                        .toArray(String[]::new));
                    }
                    requests.anyRequest().authenticated();
                })
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageRequests(HttpSecurity http) throws Exception {
        return stateless(http)
                .headers(AbstractHttpConfigurer::disable) // the pages send their own
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (_, response, _) -> response.sendError(HttpServletResponse.SC_NOT_FOUND))
                        .accessDeniedHandler((_, response, _) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(PUBLIC)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
    }
}
