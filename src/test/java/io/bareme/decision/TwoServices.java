package io.bareme.decision;

import com.zaxxer.hikari.HikariDataSource;
import io.bareme.adjudication.ClockClass;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Review;
import io.bareme.adjudication.Rights;
import io.bareme.adjudication.Scheme;
import io.bareme.affiliation.Affiliations;
import io.bareme.authorization.Authorizations;
import io.bareme.authorization.MovingClock;
import io.bareme.database.Database;
import io.bareme.decision.Asked.Taking;
import io.bareme.decision.Deciding.Answer;
import io.bareme.exchange.Channel;
import io.bareme.exchange.ClaimForm;
import io.bareme.exchange.ClaimReader;
import io.bareme.exchange.Read;
import io.bareme.exchange.ResolutionForm;
import io.bareme.journal.Commitment;
import io.bareme.journal.Idempotency;
import io.bareme.journal.Journal;
import io.bareme.journal.StoredDecision;
import io.bareme.reimbursement.Invoices;
import io.bareme.rulebook.Fixtures;
import io.bareme.rulebook.Rulebook;
import io.bareme.values.DateRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two services that share nothing but the database and the time, under the invented table of {@code
 * src/test/resources/stress}. The people of a household are its name and a number from 1 to 3; those of "two" hold a
 * second contract. Each test is an organisation of its own.
 */
public final class TwoServices implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final DateRange ALWAYS = DateRange.from(LocalDate.of(2020, 1, 1));

    private final HikariDataSource database = Database.fresh();
    private final HikariDataSource another = Database.another(database);
    public final MovingClock clock = new MovingClock(NOW);
    public final Rulebook rulebook;
    public final Service one;
    public final Service other;
    public final JdbcClient owner = JdbcClient.create(Database.asOwner(database));

    public TwoServices(Path home) throws IOException {
        rulebook = Fixtures.rulebook(Path.of("rules"), Path.of("src/test/resources/stress/guarantee-tables"), home);
        one = new Service(database);
        other = new Service(another);
    }

    @Override
    public void close() {
        database.close();
        another.close();
    }

    /** One of the two. */
    public final class Service {
        public final Journal journal;
        public final Deciding deciding;
        private final Resuming resuming;
        private final String client;
        private final boolean forEveryClient;

        private Service(Service other, String client, boolean forEveryClient) {
            this.journal = other.journal;
            this.deciding = other.deciding;
            this.resuming = other.resuming;
            this.client = client;
            this.forEveryClient = forEveryClient;
        }

        private Service(HikariDataSource pool) {
            client = "client";
            forEveryClient = true;
            journal = new Journal(pool);
            var rulebooks = new StaticListableBeanFactory(Map.of("rulebook", rulebook)).getBeanProvider(Rulebook.class);
            var people = new Affiliations(new GivenRights(people()), Clock.fixed(NOW, ZoneOffset.UTC));
            var editions = new KeptEditions(journal, rulebooks);
            var turns = new Turns();
            deciding = new Deciding(rulebook, people, journal, editions, clock, turns);
            resuming = new Resuming(rulebook, people, journal, editions, clock, turns);
        }

        /** The same service, asked by another client, which sees its own alone. */
        public Service as(String another) {
            return new Service(this, another, false);
        }

        public Caller caller(String tenant) {
            return new Caller(tenant, client, Set.of(), forEveryClient);
        }

        public StoredDecision authorize(String tenant, String person, String lines) {
            return stored(authorize(tenant, person, lines, Authorizations::taken, Upon.NOTHING));
        }

        public Answer replace(String tenant, StoredDecision earlier, String lines, Taking taking) {
            return authorize(tenant, earlier.person(), lines, taking, new Upon(earlier.id(), null));
        }

        public Answer authorize(String tenant, String person, String lines, Taking taking, Upon upon) {
            return decide(tenant, Channel.AUTHORIZATION, body(person, "", lines), taking, upon);
        }

        /** @param commitment null for none */
        public Answer invoice(String tenant, String person, String number, @Nullable String commitment, String lines) {
            return invoice(tenant, person, number, commitment, lines, Invoices::taken, Upon.NOTHING);
        }

        public Answer correct(String tenant, StoredDecision earlier, @Nullable String commitment, String lines) {
            String number = earlier.input().claim().invoice().number();
            Upon upon = new Upon(earlier.id(), null);
            return invoice(tenant, earlier.person(), number, commitment, lines, Invoices::taken, upon);
        }

        public Answer invoice(
                String tenant,
                String person,
                String number,
                @Nullable String commitment,
                String lines,
                Taking taking,
                Upon upon) {
            String calls = commitment == null ? "" : "\"commitment\": \"" + commitment + "\",";
            String header = "\"invoice\": \"" + number + "\"," + calls;
            return decide(tenant, Channel.INVOICE, body(person, header, lines), taking, upon);
        }

        private Answer decide(String tenant, Channel channel, String body, Taking taking, Upon upon) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            Read<ClaimForm> read = ClaimReader.read(body.getBytes(StandardCharsets.UTF_8), channel, today);
            if (!(read instanceof Read.Valid<ClaimForm>(var form))) {
                throw new AssertionError(read + " of " + body);
            }
            String key = UUID.randomUUID().toString();
            Caller caller = caller(tenant);
            return deciding.decide(new Asked(caller, form, new Idempotency(client, key, "hash"), taking, upon));
        }

        /** A person's decision on what was referred. */
        public Resuming.Answer resume(
                String tenant, StoredDecision referred, Review.@Nullable Refusal refusal, Taking taking) {
            Caller caller = new Caller(tenant, "desk", Set.of(), true, EnumSet.allOf(ClockClass.class));
            String key = UUID.randomUUID().toString();
            ResolutionForm form = refusal == null
                    ? new ResolutionForm("handler-7", "vu", null, List.of())
                    : new ResolutionForm("handler-7", "vu", refusal.reason(), refusal.lines());
            return resuming.resume(caller, referred, form, key, "hash", taking);
        }

        /** Referred, then decided by a person. */
        public StoredDecision settled(String tenant, String person, String lines, Review.@Nullable Refusal refusal) {
            return decided(resume(tenant, authorize(tenant, person, lines), refusal, Authorizations::taken));
        }

        /** The commitment of a decision as it is now. */
        public Commitment commitment(String tenant, StoredDecision decision) {
            return journal.commitmentOf(tenant, decision.id()).orElseThrow();
        }
    }

    private static String body(String person, String header, String lines) {
        return """
                {"member": "%s", %s "provider": {"id": "prov-7", "profession": "any"}, "lines": [%s]}
                """.formatted(person, header, lines);
    }

    /** A line of care. */
    public static String line(String act, String day, String charge, String... more) {
        String rest = more.length == 0 ? "" : ", " + String.join(", ", more);
        return "{\"act\": \"LOCAL %s\", \"date\": \"%s\", \"charge\": \"%s\"%s}".formatted(act, day, charge, rest);
    }

    public static StoredDecision stored(Answer answer) {
        return switch (answer) {
            case Answer.New(StoredDecision decision, var _) -> decision;
            case Answer.Known(StoredDecision decision) -> decision;
            case Answer.KeyUsed used -> throw new AssertionError(used);
            case Answer.NotTaken taken -> throw new AssertionError(taken);
        };
    }

    public static StoredDecision decided(Resuming.Answer answer) {
        if (!(answer instanceof Resuming.Answer.Settled settled)) {
            throw new AssertionError(answer);
        }
        return settled.decision();
    }

    /** What complementary contracts pay of a line, in cents. */
    public static long paid(StoredDecision decision, int line) {
        return decision.decision()
                .lines()
                .get(line - 1)
                .shares()
                .complementary()
                .cents();
    }

    public static List<String> reasons(StoredDecision decision, int line) {
        return decision.decision().lines().get(line - 1).findings().stream()
                .map(finding -> finding.reason())
                .toList();
    }

    /** What an organisation's limits have in use, by their key. */
    public Map<String, String> limits(String tenant) {
        return owner
                .sql("""
                        select key, cents, count from journal.counter
                        where tenant = :tenant and (cents > 0 or count > 0) and key not like '%opened'
                        """)
                .param("tenant", tenant)
                .query((row, _) -> Map.entry(
                        row.getString("key"),
                        row.getInt("count") == 0 ? row.getLong("cents") + " c" : row.getInt("count") + " units"))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many counters of an organisation are not the sum of their ledger. */
    public long underived(String tenant) {
        return owner.sql("""
                        select count(*) from (select * from journal.counter where tenant = :tenant) c full join (
                            select tenant, household, key, sum(cents) as cents, sum(count) as count
                            from journal.ledger where tenant = :tenant group by tenant, household, key) l
                        using (tenant, household, key)
                        where c.cents is distinct from l.cents or c.count is distinct from l.count
                        """).param("tenant", tenant).query(Long.class).single();
    }

    private static Map<String, Rights> people() {
        return Stream.concat(Stream.of(Envelope.values()).map(Envelope::household), Stream.of("two"))
                .flatMap(household -> IntStream.rangeClosed(1, 3).mapToObj(n -> rights(household, household + "-" + n)))
                .collect(Collectors.toMap(Rights::person, rights -> rights));
    }

    private static Rights rights(String household, String person) {
        var first = new Enrolment("E1", "envelopes", "seul", ALWAYS, false);
        var second = new Enrolment("E2", "second", "seul", ALWAYS, false);
        return new Rights(
                person,
                household,
                LocalDate.of(1985, 4, 12),
                Scheme.FR_GENERAL,
                Set.of(),
                household.equals("two") ? List.of(first, second) : List.of(first));
    }
}
