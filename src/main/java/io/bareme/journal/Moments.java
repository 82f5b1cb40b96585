package io.bareme.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Moments as the database's driver takes and gives them. */
final class Moments {

    /** An id is made a little before its decision is recorded. */
    private static final int SLACK_SECONDS = 10;

    private Moments() {}

    static OffsetDateTime of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant in(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Less than the id of any decision recorded from that moment on, whose ids begin with their milliseconds. */
    static UUID idBefore(Instant moment) {
        return new UUID(moment.minusSeconds(SLACK_SECONDS).toEpochMilli() << 16, 0);
    }

    /** More than the id of any decision recorded before that moment. */
    static UUID idAfter(Instant moment) {
        return new UUID(moment.plusSeconds(SLACK_SECONDS).toEpochMilli() << 16, 0);
    }
}
