package io.bareme.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a page to a test and, after it, fails the test for what the page did wrong. */
final class PageSupply implements ParameterResolver, AfterEachCallback {

    private static final Namespace HERE = Namespace.create(PageSupply.class);

    private record Visit(Page page, List<String> wrongs) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Page.class;
    }

    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Chromium chromium = test.getRoot().getStore(HERE).computeIfAbsent(Chromium.class);
        Page page = chromium.browser()
                .newPage(new Browser.NewPageOptions().setLocale("fr-FR").setViewportSize(1280, 800));
        Visit visit = new Visit(page, new ArrayList<>());
        watch(visit);
        test.getStore(HERE).put(Visit.class, visit);
        return page;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Visit visit = test.getStore(HERE).remove(Visit.class, Visit.class);
        if (visit != null) {
            visit.page().close();
            assertThat(visit.wrongs()).as("what the page did wrong").isEmpty();
        }
    }

    private static void watch(Visit visit) {
        visit.page().onPageError(error -> visit.wrongs().add("script error: " + error));
        visit.page().onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                visit.wrongs().add("console: " + message.text());
            }
        });
        visit.page().onRequest(request -> {
            String host = URI.create(request.url()).getHost();
            if (host != null && !host.equals("127.0.0.1") && !host.equals("localhost")) {
                visit.wrongs().add("asked another machine: " + request.url());
            }
        });
    }
}
