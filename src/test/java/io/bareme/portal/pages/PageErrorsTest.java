package io.bareme.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

class PageErrorsTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/members");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final PageErrors errors = new PageErrors();

    @Test
    void with_the_database_gone_a_page_says_so_and_when_to_come_back() {
        request.addHeader(HttpHeaders.ACCEPT, "text/html");

        ModelAndView page = errors.resolveException(request, response, null, gone());

        assertThat(page).isNotNull();
        assertThat(page.getViewName()).isEqualTo("error");
        assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    }

    @Test
    void with_the_database_gone_who_wants_no_page_is_told_the_same_and_no_failure_of_ours() {
        request.addHeader(HttpHeaders.ACCEPT, "*/*");

        ModelAndView nothing = errors.resolveException(request, response, null, gone());

        assertThat(nothing).isNotNull();
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    }

    @Test
    void programs_keep_their_own_answers_and_our_own_faults_are_the_servers_business() {
        assertThat(errors.resolveException(request, response, null, new IllegalStateException()))
                .isNull();
        assertThat(errors.resolveException(request, response, null, new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .isNull();
        request.setRequestURI("/api/v1/simulations");

        assertThat(errors.resolveException(request, response, null, gone())).isNull();
    }

    private static DataAccessResourceFailureException gone() {
        return new DataAccessResourceFailureException("no connection");
    }
}
