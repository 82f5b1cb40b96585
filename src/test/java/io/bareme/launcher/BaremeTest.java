package io.bareme.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BaremeTest {

    @Test
    void no_command_means_serve() {
        assertThat(Bareme.orServe()).containsExactly("serve");
        assertThat(Bareme.orServe("--port", "9000")).containsExactly("serve", "--port", "9000");
    }

    @Test
    void of_several_ports_the_last_one_given_is_listened_on() {
        assertThat(port("--port=18097")).isEqualTo(18_097);
        assertThat(port("--server.port=18099")).isEqualTo(18_099);
        assertThat(port("--port=18097", "--server.port=18099")).isEqualTo(18_099);
        assertThat(port("--server.port=18099", "--port=0")).isZero();
    }

    private static int port(String... options) {
        return Bareme.commandLine()
                .parseArgs(Bareme.orServe(options))
                .subcommand()
                .commandSpec()
                .findOption("--port")
                .getValue();
    }

    @Test
    void a_command_is_left_as_it_is() {
        assertThat(Bareme.orServe("check", "rules")).containsExactly("check", "rules");
        assertThat(Bareme.orServe("--help")).containsExactly("--help");
    }

    @Test
    void a_misspelt_command_is_refused_naming_the_nearest_one() {
        var errors = new StringWriter();

        int exitCode = Bareme.commandLine().setErr(new PrintWriter(errors)).execute("serv");

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors.toString()).contains("'serv'").contains("serve");
    }

    @Test
    void every_command_lists_its_exit_codes() {
        for (String command : new String[] {"check", "adjudicate", "wordings"}) {
            var help = new StringWriter();

            Bareme.commandLine().setOut(new PrintWriter(help)).execute(command, "--help");

            assertThat(help.toString()).as(command).contains("Exit codes:").containsPattern("(?ms)^ +0 .*^ +1 .*^ +2 ");
        }
    }
}
