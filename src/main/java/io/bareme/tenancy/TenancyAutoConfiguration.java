package io.bareme.tenancy;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Whatever database the service is given, it works on it through {@link TenantConnections}. */
@AutoConfiguration
public class TenancyAutoConfiguration {

    @Bean
    static BeanPostProcessor tenantConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? TenantConnections.over(pool) : bean;
            }
        };
    }
}
