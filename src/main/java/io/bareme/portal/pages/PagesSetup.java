package io.bareme.portal.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** How pages are put together. */
@Configuration(proxyBeanMethods = false)
class PagesSetup {

    @Bean
    LocaleResolver localeResolver() {
        return new PageLanguage();
    }
}
