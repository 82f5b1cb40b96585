package io.bareme.affiliation.store;

import io.bareme.adjudication.Enrolment;
import io.bareme.affiliation.RightsHistory;
import io.bareme.affiliation.RightsHistory.Affiliation;
import io.bareme.affiliation.RightsRecords.Known;
import io.bareme.affiliation.RightsRecords.PersonAt;
import io.bareme.values.DateRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the rights of many people at once, each as known at a moment: what every request asks for. Without entities and
 * without transactions, since what was known at a moment never changes.
 */
@Component
class RightsReading {

    private static final String ASKED =
            "unnest(cast(:people as text[]), cast(:moments as text[])) with ordinality as q (person, moment, place)";

    private static final String VERSIONS = """
            select q.place, v.version, v.known_from from %s
            cross join lateral (
                select r.version, r.known_from from affiliation.rights_version r
                where r.tenant = :tenant and r.person = q.person and r.known_from <= cast(q.moment as timestamptz)
                order by r.known_from desc limit 1) v
            """.formatted(ASKED);

    private static final String AFFILIATIONS = """
            select q.place, p.household, p.born, c.first_day, c.last_day, c.scheme, c.exemptions from %s
            join affiliation.person p on p.tenant = :tenant and p.id = q.person
            join affiliation.compulsory_rights c on c.tenant = p.tenant and c.person = p.id
                and c.known_from <= cast(q.moment as timestamptz)
                and (c.known_to is null or c.known_to > cast(q.moment as timestamptz))
            order by q.place, c.first_day
            """.formatted(ASKED);

    /** In order of payment, then of days. */
    private static final String ENROLMENTS = """
            select q.place, nullif(r.household, p.household) as abroad, r.enrolment, c.product, r.level, r.first_day,
                r.last_day, e.since, r.suspended
            from %s
            join affiliation.person p on p.tenant = :tenant and p.id = q.person
            join affiliation.rights r on r.tenant = p.tenant and r.person = p.id
                and r.known_from <= cast(q.moment as timestamptz)
                and (r.known_to is null or r.known_to > cast(q.moment as timestamptz))
            join affiliation.enrolment e on e.tenant = r.tenant and e.household = r.household and e.id = r.enrolment
            join affiliation.contract c on c.tenant = e.tenant and c.id = e.contract
            order by q.place, r.rank, r.enrolment, r.first_day
            """.formatted(ASKED);

    private final JdbcClient sql;

    RightsReading(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    Map<PersonAt, Known> knownAt(String tenant, List<PersonAt> asked) {
        Map<PersonAt, Known> known = new HashMap<>();
        ask(VERSIONS, tenant, asked).query(row -> {
            known.put(
                    place(row, asked),
                    new Known(
                            row.getLong("version"),
                            row.getObject("known_from", OffsetDateTime.class).toInstant()));
        });
        return known;
    }

    Map<PersonAt, RightsHistory> histories(String tenant, List<PersonAt> asked) {
        Map<PersonAt, List<Enrolment>> enrolments = new HashMap<>();
        ask(ENROLMENTS, tenant, asked).query(row -> {
            enrolments
                    .computeIfAbsent(place(row, asked), _ -> new ArrayList<>())
                    .add(enrolment(row));
        });
        Map<PersonAt, List<Affiliated>> affiliated = new HashMap<>();
        ask(AFFILIATIONS, tenant, asked).query(row -> {
            affiliated
                    .computeIfAbsent(place(row, asked), _ -> new ArrayList<>())
                    .add(affiliated(row));
        });
        Map<PersonAt, RightsHistory> histories = new HashMap<>();
        affiliated.forEach((one, schemes) ->
                histories.put(one, history(one, schemes, enrolments.getOrDefault(one, List.of()))));
        return histories;
    }

    private JdbcClient.StatementSpec ask(String question, String tenant, List<PersonAt> asked) {
        return sql.sql(question)
                .param("tenant", tenant)
                .param("people", asked.stream().map(PersonAt::person).toArray(String[]::new))
                .param(
                        "moments",
                        asked.stream().map(one -> one.moment().toString()).toArray(String[]::new));
    }

    private static PersonAt place(ResultSet row, List<PersonAt> asked) throws SQLException {
        return asked.get(row.getInt("place") - 1);
    }

    private static RightsHistory history(PersonAt one, List<Affiliated> schemes, List<Enrolment> enrolments) {
        Affiliated first = schemes.getFirst();
        return new RightsHistory(
                one.person(),
                first.household(),
                first.born(),
                schemes.stream().map(Affiliated::scheme).toList(),
                enrolments);
    }

    /** A person's compulsory rights over some days, and the person's own facts. */
    private record Affiliated(Affiliation scheme, String household, LocalDate born) {}

    private static Affiliated affiliated(ResultSet row) throws SQLException {
        return new Affiliated(
                new Affiliation(
                        days(row),
                        CompulsoryRightsRow.scheme(row.getString("scheme")),
                        CompulsoryRightsRow.exemptions(
                                (String[]) row.getArray("exemptions").getArray())),
                row.getString("household"),
                row.getObject("born", LocalDate.class));
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getString("abroad"),
                row.getString("enrolment"),
                row.getString("product"),
                row.getString("level"),
                days(row),
                row.getObject("since", LocalDate.class),
                row.getBoolean("suspended"));
    }

    private static DateRange days(ResultSet row) throws SQLException {
        return new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class));
    }
}
