package io.bareme.access;

import io.bareme.affiliation.Demonstration;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The client of the demonstration, which may do everything for its organisation. Its secret is made by chance and kept
 * in a file that only its owner reads, as {@code client:secret}; without the demonstration there is no such client.
 */
@Component
public class DemonstrationClient implements SmartInitializingSingleton {

    private static final int PER_MINUTE = 60_000;

    static final ApiClient CLIENT = new ApiClient(
            Demonstration.TENANT,
            "demonstration-client",
            "The client of the demonstration",
            EnumSet.allOf(Operation.class),
            Set.of(),
            PER_MINUTE);

    private final Demonstration demonstration;
    private final ApiClients clients;
    private final Path file;

    DemonstrationClient(Demonstration demonstration, ApiClients clients, AccessProperties properties) {
        this.demonstration = demonstration;
        this.clients = clients;
        this.file = properties.home().resolve("demonstration-client");
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demonstration.isWanted()) {
            String secret = credentials().substring(CLIENT.number().length() + 1);
            boolean known = clients.find(CLIENT.number()).filter(CLIENT::equals).isPresent();
            if (!known || !clients.hasSecret(CLIENT.number(), secret)) {
                clients.put(CLIENT, secret);
            }
        }
    }

    private String credentials() {
        String line = new PrivateFile(file).readOrMake(() -> CLIENT.number() + ":" + ApiClients.newSecret());
        if (!line.startsWith(CLIENT.number() + ":")) {
            throw new IllegalStateException("The file " + file + " does not hold " + CLIENT.number() + ":secret"
                    + System.lineSeparator() + "Maybe remove it: another is made at the start");
        }
        return line;
    }

    /** As {@code client:secret}, with the file that holds them; empty without the demonstration. */
    public Optional<Shown> shown() {
        return demonstration.isWanted() ? Optional.of(new Shown(credentials(), file)) : Optional.empty();
    }

    /** What a person needs to try the API. */
    public record Shown(String credentials, Path file) {}
}
