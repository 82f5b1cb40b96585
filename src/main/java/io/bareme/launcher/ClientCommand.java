package io.bareme.launcher;

import io.bareme.access.ApiClient;
import io.bareme.access.ApiClients;
import io.bareme.access.Operation;
import io.bareme.database.EmbeddedDatabaseAutoConfiguration;
import io.bareme.tenancy.Tenancy;
import io.bareme.tenancy.TenancyAutoConfiguration;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code bareme client add}: lets a program ask, and prints its secret, which is kept nowhere but as a hash. */
@Command(
        name = "client",
        description = {
            "Ajoute un programme client de l'API (client add).",
            "Adds a client program of the API (client add)."
        },
        mixinStandardHelpOptions = true,
        subcommands = ClientCommand.Add.class)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ClientCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }

    /** What the command needs of the service: its database, brought up to date, and its clients. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        EmbeddedDatabaseAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        TenancyAutoConfiguration.class
    })
    @Import(ApiClients.class)
    static class Database {}

    @Command(
            name = "add",
            description = {
                "Ajoute un client et imprime son secret, une seule fois.",
                "Adds a client and prints its secret, once."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:ajouté / added",
                "1:refusé, ou la base ne répond pas / refused, or the database does not answer",
                "2:la ligne de commande n'est pas comprise / the command line is not understood"
            })
    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    static final class Add implements Callable<Integer> {

        private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

        @Option(
                names = "--tenant",
                paramLabel = "<organisation>",
                required = true,
                description = {"L'organisme gestionnaire.", "The administering organisation."})
        private String tenant;

        @Option(
                names = "--id",
                paramLabel = "<id>",
                required = true,
                description = {"Minuscules, chiffres, tirets.", "Small letters, digits, hyphens."})
        private String id;

        @Option(
                names = "--name",
                paramLabel = "<name>",
                description = {"Pour les personnes.", "For people."})
        private @Nullable String name;

        @Option(
                names = "--operations",
                paramLabel = "<word>",
                split = ",",
                required = true,
                description = {"simulate,authorize,…", "simulate,authorize,…"})
        private List<String> operations = new ArrayList<>();

        @Option(
                names = "--carriers",
                paramLabel = "<id>",
                split = ",",
                description = {
                    "Seulement les assurés de ces organismes ; de tous sinon.",
                    "Members of these carriers alone; of all if absent."
                })
        private List<String> carriers = new ArrayList<>();

        @Option(
                names = "--per-minute",
                paramLabel = "<number>",
                defaultValue = "600",
                description = {"Demandes par minute.", "Requests in a minute."})
        private int perMinute;

        @Option(
                names = "--renew",
                description = {
                    "Remplace le client de ce nom et son secret.",
                    "Replaces the client of that id and its secret."
                })
        private boolean renew;

        @Spec
        private CommandSpec spec;

        @Unmatched
        private List<String> springOptions = new ArrayList<>();

        @Override
        public Integer call() {
            PrintWriter errors = spec.commandLine().getErr();
            Set<Operation> allowed = new LinkedHashSet<>();
            for (String word : operations) {
                Optional<Operation> operation = Operation.named(word);
                if (operation.isEmpty()) {
                    return refused(errors, "--operations: " + word, "one of " + words());
                }
                allowed.add(operation.get());
            }
            if (!tenant.matches(NAME) || !id.matches(NAME)) {
                return refused(errors, "--tenant, --id: " + tenant + ", " + id, "small letters, digits, hyphens");
            }
            if (perMinute < 1 || perMinute > 1_000_000) {
                return refused(errors, "--per-minute: " + perMinute, "1 to 1,000,000");
            }
            return added(new ApiClient(
                    tenant,
                    id,
                    name == null ? id : name,
                    allowed,
                    Set.copyOf(new LinkedHashSet<>(carriers)),
                    perMinute));
        }

        private int added(ApiClient client) {
            try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Database.class)
                    .web(WebApplicationType.NONE)
                    .run(springOptions.toArray(String[]::new))) {
                return added(client, service.getBean(DataSource.class), service.getBean(ApiClients.class));
            }
        }

        private int added(ApiClient client, DataSource database, ApiClients clients) {
            PrintWriter errors = spec.commandLine().getErr();
            List<String> known = carriersOf(database);
            Optional<String> unknown = client.carriers().stream()
                    .filter(one -> !known.contains(one))
                    .sorted()
                    .findFirst();
            if (unknown.isPresent()) {
                return refused(
                        errors,
                        "--carriers: " + unknown.get(),
                        known.isEmpty() ? tenant + " has no carriers" : "one of " + String.join(", ", known));
            }
            if (!renew && clients.find(client.number()).isPresent()) {
                return refused(errors, client.number() + " is there already", "--renew, or another --id");
            }
            String secret = ApiClients.newSecret();
            clients.put(client, secret);
            spec.commandLine().getOut().println(client.number() + ":" + secret);
            return 0;
        }

        private List<String> carriersOf(DataSource database) {
            return Tenancy.as(
                    tenant,
                    () -> JdbcClient.create(database)
                            .sql("select id from affiliation.carrier where tenant = :tenant order by id")
                            .param("tenant", tenant)
                            .query(String.class)
                            .list());
        }

        private static String words() {
            return Arrays.stream(Operation.values()).map(Operation::word).collect(Collectors.joining(", "));
        }

        private static int refused(PrintWriter errors, String what, String maybe) {
            errors.println(what);
            errors.println("Maybe " + maybe);
            errors.flush();
            return 1;
        }
    }
}
