package io.bareme.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to which moment each job has done its work, whichever service did it. */
@Component
public final class Places {

    private final JdbcClient sql;

    public Places(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** {@link Instant#EPOCH} for a job that was never done. */
    public Instant reached(String job) {
        return sql.sql("select reached from schedule.place where job = :job")
                .param("job", job)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    public void reach(String job, Instant moment) {
        sql.sql("""
                        insert into schedule.place (job, reached) values (:job, :reached)
                        on conflict (job) do update set reached = excluded.reached
                        """)
                .param("job", job)
                .param("reached", moment.atOffset(ZoneOffset.UTC))
                .update();
    }
}
