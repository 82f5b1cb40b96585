package io.bareme.notification;

import io.bareme.schedule.Job;
import io.bareme.tenancy.Tenants;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is to be told is passed on, and sent, every second or two. */
@Configuration(proxyBeanMethods = false)
class NotificationJobs {

    private static final Duration EVERY = Duration.ofSeconds(2);

    @Bean
    Job passNotices(DataSource database, Passing passing) {
        return Job.forEachTenant("pass-notices", EVERY, new Tenants(database), passing::pass);
    }

    @Bean
    Job sendWebhooks(DataSource database, Sending sending) {
        return Job.forEachTenant("send-webhooks", EVERY, new Tenants(database), sending::round);
    }
}
