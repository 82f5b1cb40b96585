package io.bareme.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is asked of the pages, they answer with a page, under the strictest policy, and never with a failure. */
@SpringBootTest(
        classes = io.bareme.launcher.BaremeApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StrangeRequestsTest {

    private static final String LONG = "9".repeat(3000);

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lang=klingon",
                "do=remove-999",
                "do=remove-0&line1.act=G",
                "do=explode",
                "do=compute&line999.act=G&line999.charge=1",
                "do=compute&line1.charge=99999999999999999999&line1.quantity=-1&line1.coefficient=NaN",
                "do=compute&line1.charge=1e9&line1.quantity=1.5",
                "do=compute&cover=nothing/nowhere&category=%00&scheme=%F0%9F%98%80&profession=<script>",
                "do=compute&born=9999-99-99&date=00000000",
                "do=compute&who=member&member=%27%20or%201%3D1%20--",
                "do=compute&who=member&member=%25",
                "do=compute&who=member&member=FR%00-1&cover=%00&line1.act=%00&line1.charge=%00&date=%00",
                "do=compute&cover=ccn-formation/niveau-1&scheme=ma-cnss&category=private&line1.act=Cs&line1.charge=1",
                "cover=a&cover=b&line1.act=x&line1.act=y",
                "do=compute&line1.act=%7Bx%7D&line1.charge=%7B0%7D",
                "do=cover-remove-9&cover=x&cover2=y&cover3=z&cover4=w&cover5=v",
                "do=cover-up-0&cover2=ccn-formation/niveau-1",
                "do=start-nothing&line1.group=stay-99",
                "do=more-stay-9&line1.group=%00",
                "do=start-stay-5&cover=ccn-formation/niveau-1",
                "do=compute&cover=ccn-formation/niveau-1&cover2=fos-agri-option-1/option-1&category=optam&line1.act=G",
                "do=compute&line1.illness=%3Cb%3E&line1.days=0&line1.began=x&line1.discharge=?&line1.renewal=no&line1.teeth=1.5"
            })
    void the_form_answers_any_parameters(String query) throws Exception {
        assertPage(get("/?" + query.replace("<", "%3C").replace(">", "%3E")), 200);
        assertPage(post(query), 200);
    }

    @Test
    void the_number_of_teeth_is_asked_for_an_appliance_and_kept_within_bounds() throws Exception {
        String crown = "do=compute&cover=ccn-formation/niveau-1&category=optam&line1.act=HBLD634&line1.charge=539";

        assertThat(post(crown).body()).contains("line1.teeth");
        assertThat(post(crown + "&line1.teeth=33").body()).contains("un nombre entier de 1 à 32");
        assertThat(post(crown.replace("HBLD634", "G")).body()).doesNotContain("line1.teeth");
    }

    @Test
    void what_is_very_long_or_very_much_is_answered_too() throws Exception {
        StringBuilder many = new StringBuilder("do=compute");
        for (int line = 1; line < 300; line++) {
            many.append("&line")
                    .append(line)
                    .append(".act=G&line")
                    .append(line)
                    .append(".charge=")
                    .append(line);
        }
        assertPage(post(many.toString()), 200);
        assertPage(post("do=compute&line1.act=" + LONG + "&line1.charge=" + LONG + "&member=" + LONG), 200);
    }

    @Test
    void more_lines_than_the_page_takes_and_words_it_does_not_offer_are_refused_never_guessed() throws Exception {
        StringBuilder lines = new StringBuilder("do=compute&cover=ccn-formation/niveau-1&category=optam");
        for (int line = 1; line <= 21; line++) {
            lines.append("&line%d.act=G&line%d.charge=30".formatted(line, line));
        }
        String filled = "do=compute&cover=ccn-formation/niveau-1&category=optam&born=1985-06-15&date=2026-11-16"
                + "&line1.act=G&line1.charge=30&line1.part=%s&scheme=%s";

        assertThat(post(lines.toString()).body()).contains("Pas plus de 20 lignes");
        assertThat(post(filled.formatted("99", "fr-general")).body()).contains("numéro de la dent");
        assertThat(post(filled.formatted("", "ma-cnss")).body()).contains("Choisissez dans la liste");
        assertThat(post(filled.formatted("", "klingon")).body()).contains("Choisissez dans la liste");
        assertThat(post(filled.formatted("", "fr-general")).body())
                .doesNotContain("Choisissez dans la liste")
                .contains("statement");
        assertThat(post(filled.replace("2026-11-16", "1989-12-31").formatted("", "fr-general"))
                        .body())
                .contains("va de 1990");
    }

    @Test
    void lists_and_tables_answer_any_words() throws Exception {
        assertThat(get("/acts?q=%25_%5C'%22%3C&country=XX&for=%3Cscript%3E").body())
                .doesNotContain("<script");
        assertThat(get("/acts").statusCode()).isEqualTo(200);
        assertThat(get("/members?q=%25%27&for=member").statusCode()).isEqualTo(200);
        assertThat(get("/members?q=%00").statusCode()).isEqualTo(200);
        assertPage(get("/products/ccn-formation?row=99999999999&level=%3Cb%3E&from=yesterday"), 200);
        assertPage(get("/products/..%252f..%252fetc"), 404);
        assertPage(get("/products/nothing"), 404);
        assertPage(get("/regulation/fr.pmss?place=%3Cscript%3E"), 200);
        assertPage(get("/regulation/nothing"), 404);
        assertPage(get("/nowhere"), 404);
    }

    @Test
    void what_is_typed_is_never_markup() throws Exception {
        String body = post("do=compute&line1.act=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&line1.charge=%22%3E%3Cb%3E")
                .body();

        assertThat(body).doesNotContain("<img src=x").doesNotContain("\"><b>");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address("/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static void assertPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1").doesNotContain("Whitelabel").doesNotContain("Exception");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
    }
}
