package io.bareme.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.bareme.affiliation.Demonstration;
import io.bareme.authorization.web.RunningApi;
import io.bareme.authorization.web.RunningApi.Answer;
import io.bareme.authorization.web.ServiceTest;
import io.bareme.authorization.web.Tokens;
import io.bareme.database.Database;
import io.bareme.database.ServiceDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may ask for what, over HTTP, as a program meets it. */
@ServiceTest
class AccessTest {

    private static final String CLAIM = """
            {"cover": {"scheme": "fr-general", "born": "1980-01-01", "contracts": [{"product": "ccn-formation", "level": "niveau-1"}]},
             "provider": {"profession": "dentist"},
             "lines": [{"act": "CCAM HBLD634", "date": "2024-06-03", "charge": "539.00", "part": "16"}]}""";
    private static final String MEMBER = """
            {"member": "%s", "provider": {"id": "prov-7", "profession": "general-practitioner", "category": "optam"},
             "lines": [{"act": "NGAP G", "date": "2026-11-16", "charge": "30.00"}]}""";
    private static final String SECRET = "a secret of the tests";

    @LocalServerPort
    private int port;

    @Autowired
    private ApiClients clients;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private IssuedTokens issued;

    @Autowired
    private ServiceDatabase database;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void without_a_token_nobody_is_answered_and_the_answer_says_how_to_ask() {
        Answer french = RunningApi.with(port, "").simulate(CLAIM).assertProblem(401, "unauthenticated");
        Answer english = RunningApi.with(port, "").simulate(CLAIM, "Accept-Language", "en");

        assertThat(french.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"bareme\"");
        assertThat(french.at("/title")).isEqualTo("Il faut dire qui demande");
        assertThat(english.at("/title")).isEqualTo("The request does not say who asks");
    }

    @Test
    void a_token_that_is_expired_forged_of_another_key_or_for_another_service_is_refused() throws Exception {
        RSAKey ours = signing();
        RSAKey another = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
        RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
        JWTClaimsSet good = claims().build();
        String valid = signed(ours, good);

        assertThat(ask(valid).status()).isEqualTo(200);
        assertRefused(signed(
                ours,
                claims().expirationTime(Date.from(Instant.now().minusSeconds(60)))
                        .build()));
        assertRefused(signed(ours, claims().expirationTime(null).build()));
        assertRefused(signed(ours, claims().audience("another-service").build()));
        assertRefused(signed(ours, claims().audience((String) null).build()));
        assertRefused(
                signed(ours, claims().issuer("https://elsewhere.example.org").build()));
        assertRefused(signed(another, good));
        assertRefused(signed(unknown, good));
        assertRefused(signed(ours, claims().subject("nobody@demonstration").build()));
        assertRefused(signed(ours, claims().subject("nonsense").build()));
        assertRefused(valid.substring(0, valid.lastIndexOf('.') + 1));
        assertRefused(valid.substring(0, valid.length() - 8) + "AAAAAAAA");
        assertRefused("eyJhbGciOiJub25lIn0." + valid.split("\\.")[1] + ".");
        assertRefused("nonsense");
    }

    private void assertRefused(String token) {
        assertThat(ask(token).assertProblem(401, "unauthenticated").header("WWW-Authenticate"))
                .contains("error=\"invalid_token\"");
    }

    @Test
    void a_token_allows_what_its_client_may_do_and_asked_for_and_nothing_else() {
        ApiClient client = client("simulator", EnumSet.of(Operation.SIMULATE), Set.of());
        RunningApi api = api(client);

        Answer forbidden = api.authorize(UUID.randomUUID().toString(), MEMBER.formatted("FR-000001"))
                .assertProblem(403, "forbidden");

        assertThat(api.simulate(CLAIM).status()).isEqualTo(200);
        assertThat(forbidden.header("WWW-Authenticate"))
                .contains("insufficient_scope")
                .contains("scope=\"authorize\"");
        assertThat(forbidden.at("/detail")).startsWith("Permis avec la portée « authorize », que");
        assertThat(api.get("/api/v1/%61uthorizations").header("WWW-Authenticate"))
                .contains("scope=\"authorize\"");
        assertThat(Tokens.ask(port, credentials(client), "grant_type=client_credentials&scope=authorize")
                        .status())
                .isEqualTo(400);
        Answer guessed = Tokens.ask(port, client.number() + ":guess", "grant_type=client_credentials");
        assertThat(guessed.status()).isEqualTo(401);
        assertThat(guessed.json().toString()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(guessed.header("WWW-Authenticate")).isEqualTo("Basic realm=\"bareme\"");
        assertThat(Tokens.ask(port, credentials(client), "grant_type=password&username=a&password=b")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void where_the_case_says_which_of_two_scopes_it_takes_a_token_without_either_is_told_how_to_know() {
        RunningApi api = api(client("no-person", EnumSet.of(Operation.SIMULATE), Set.of()));
        String path = "/api/v1/authorizations/" + UUID.randomUUID();

        Answer settling =
                api.post(path + "/resolution", "{}", "Accept-Language", "en").assertProblem(403, "forbidden");
        Answer asking = api.post(path + "/pieces-requests", "{}", "Accept-Language", "en");

        assertThat(settling.header("WWW-Authenticate")).contains("scope=\"review medical-review\"");
        assertThat(settling.at("/detail"))
                .startsWith("Allowed with one of the scopes review, medical-review, which")
                .endsWith("A handler's case takes \"review\", a doctor's \"medical-review\":"
                        + " the \"clock\" of its decision is \"hour\" or \"day\".");
        assertThat(asking.assertProblem(403, "forbidden").at("/detail"))
                .as("either does")
                .contains("review, medical-review")
                .doesNotContain("clock");
    }

    @Test
    void a_token_for_one_scope_does_not_serve_for_another_of_the_same_client() {
        ApiClient client = client("both", EnumSet.of(Operation.SIMULATE, Operation.AUTHORIZE), Set.of());
        String narrow =
                Tokens.token(Tokens.ask(port, credentials(client), "grant_type=client_credentials&scope=authorize"));

        ask(narrow).assertProblem(403, "forbidden");
    }

    @Test
    void what_a_client_may_no_longer_do_its_older_tokens_cannot_either() {
        ApiClient client = client("demoted", EnumSet.of(Operation.SIMULATE, Operation.REPLAY), Set.of());
        RunningApi api = api(client);
        assertThat(api.simulate(CLAIM).status()).isEqualTo(200);

        client("demoted", EnumSet.of(Operation.REPLAY), Set.of());

        api.simulate(CLAIM).assertProblem(403, "forbidden");
    }

    @Test
    void another_organisations_authorizations_and_members_do_not_exist() {
        RunningApi ours = new RunningApi(port);
        RunningApi theirs = api(
                put(new ApiClient("another-mutual", "desk", "Desk", EnumSet.allOf(Operation.class), Set.of(), 1000)));
        String key = UUID.randomUUID().toString();
        String id = ours.authorize(key, MEMBER.formatted("FR-000001")).at("/id");

        theirs.get("/api/v1/authorizations/" + id).assertProblem(404, "unknown");
        theirs.replay(id).assertProblem(404, "unknown");
        Answer sameKey = theirs.authorize(key, MEMBER.formatted("FR-000001"));

        assertThat(sameKey.status()).isEqualTo(201);
        assertThat(sameKey.at("/verdict")).isEqualTo("incomplete");
        assertThat(sameKey.at("/lines/0/reasons/0/code")).isEqualTo("person-unknown");
        ours.get("/api/v1/authorizations/" + sameKey.at("/id")).assertProblem(404, "unknown");
    }

    @Test
    void a_client_sees_what_it_asked_for_itself_unless_it_may_see_every_clients() {
        RunningApi one = api(client("counter-1", EnumSet.of(Operation.AUTHORIZE, Operation.REPLAY), Set.of()));
        RunningApi two = api(client("counter-2", EnumSet.of(Operation.AUTHORIZE, Operation.REPLAY), Set.of()));
        String id = one.authorize(UUID.randomUUID().toString(), MEMBER.formatted("FR-000001"))
                .at("/id");

        assertThat(one.get("/api/v1/authorizations/" + id).status()).isEqualTo(200);
        two.get("/api/v1/authorizations/" + id).assertProblem(404, "unknown");
        two.replay(id).assertProblem(404, "unknown");
        assertThat(new RunningApi(port).replay(id).status()).isEqualTo(200);
    }

    @Test
    void a_client_of_one_carrier_asks_for_its_members_alone() {
        RunningApi api = api(client("of-one-carrier", EnumSet.of(Operation.AUTHORIZE), Set.of("nobodys-carrier")));

        Answer answer = api.authorize(UUID.randomUUID().toString(), MEMBER.formatted("FR-000001"));

        assertThat(answer.at("/lines/0/reasons/0/code")).isEqualTo("person-unknown");
    }

    @Test
    void a_client_that_asks_too_often_is_told_when_to_ask_again() {
        RunningApi api = api(put(
                new ApiClient(Demonstration.TENANT, "eager", "Eager", EnumSet.of(Operation.SIMULATE), Set.of(), 3)));

        Answer first = api.simulate(CLAIM);
        api.simulate(CLAIM);
        api.simulate(CLAIM);
        Answer fourth = api.simulate(CLAIM).assertProblem(429, "too-many");

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"client\";q=3;w=60");
        assertThat(first.header("RateLimit")).matches("\"client\";r=2;t=\\d+");
        assertThat(fourth.header("RateLimit")).matches("\"client\";r=0;t=\\d+");
        assertThat(Integer.parseInt(fourth.header("Retry-After"))).isBetween(1, 20);
    }

    @Test
    void a_new_key_signs_and_tokens_of_the_old_one_are_good_until_they_expire() throws Exception {
        RSAKey old = signing();
        String before = Tokens.token(Tokens.ask(port, Tokens.demonstration(), "grant_type=client_credentials"));

        keys.makeNow();
        String after = Tokens.token(Tokens.ask(port, Tokens.demonstration(), "grant_type=client_credentials"));

        assertThat(SignedJWT.parse(before).getHeader().getKeyID()).isEqualTo(old.getKeyID());
        assertThat(SignedJWT.parse(after).getHeader().getKeyID()).isNotEqualTo(old.getKeyID());
        assertThat(ask(before).status()).isEqualTo(200);
        assertThat(ask(after).status()).isEqualTo(200);
        assertThat(new RunningApi(port).get("/oauth2/jwks").response().body())
                .contains(old.getKeyID())
                .doesNotContain("\"d\"");
    }

    @Test
    void tokens_given_out_are_written_down_without_themselves_and_forgotten_once_expired() {
        ApiClient client = client("forgotten", EnumSet.of(Operation.SIMULATE), Set.of());
        String token = Tokens.token(Tokens.ask(port, credentials(client), "grant_type=client_credentials"));
        JdbcClient owner = JdbcClient.create(Database.asOwner(database));
        String row = owner.sql("select to_jsonb(t)::text from access.token t where client = 'forgotten'")
                .query(String.class)
                .single();

        owner.sql("update access.token set expires_at = '2020-01-01' where client = 'forgotten'")
                .update();
        int gone = issued.forgetExpired();

        assertThat(row).contains("simulate").doesNotContain(token.substring(token.lastIndexOf('.') + 1));
        assertThat(gone).isEqualTo(1);
        assertThat(owner.sql("select count(*) from access.token where client = 'forgotten'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void pages_and_documents_are_for_anybody_and_what_is_neither_does_not_exist() {
        RunningApi anybody = RunningApi.with(port, "");

        for (String path : List.of("/", "/products", "/v3/api-docs", "/swagger-ui/index.html", "/actuator/health")) {
            assertThat(anybody.get(path).status()).as(path).isEqualTo(200);
        }
        for (String path :
                List.of("/actuator", "/actuator/env", "/login", "/logout", "/oauth2/authorize", "/oauth2/introspect")) {
            assertThat(anybody.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(anybody.get("/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void every_address_of_the_api_names_what_it_takes() {
        TreeSet<String> open = new TreeSet<>();
        RunningApi nothingAllowed = api(client("nothing", EnumSet.of(Operation.METRICS), Set.of()));
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(address -> address.startsWith("/api/"))
                .filter(address -> nothingAllowed
                                .get(address.replaceAll(
                                        "\\{\\w+}", UUID.randomUUID().toString()))
                                .status()
                        != 403)
                .forEach(open::add);

        assertThat(open).as("addresses without a line in Addresses").isEmpty();
    }

    private Answer ask(String token) {
        return RunningApi.with(port, token).simulate(CLAIM);
    }

    private ApiClient client(String id, Set<Operation> operations, Set<String> carriers) {
        return put(new ApiClient(Demonstration.TENANT, id, id, operations, carriers, 1000));
    }

    private ApiClient put(ApiClient client) {
        clients.put(client, SECRET);
        return client;
    }

    private RunningApi api(ApiClient client) {
        return RunningApi.with(
                port, Tokens.token(Tokens.ask(port, credentials(client), "grant_type=client_credentials")));
    }

    private static String credentials(ApiClient client) {
        return client.number() + ":" + java.net.URLEncoder.encode(SECRET, java.nio.charset.StandardCharsets.UTF_8);
    }

    private RSAKey signing() throws Exception {
        return (RSAKey) keys.newest()
                .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .getFirst();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("http://127.0.0.1:8080")
                .subject("demonstration-client@demonstration")
                .audience("bareme")
                .claim("scope", List.of("simulate"))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
