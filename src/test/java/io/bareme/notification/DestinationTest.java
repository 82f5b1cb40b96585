package io.bareme.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are told as numbers: no name is looked up. */
class DestinationTest {

    @Test
    void a_message_goes_to_the_internet_encrypted() {
        assertThat(new Destination(false).of("https://93.184.216.34/hook")).isPresent();
        assertThat(new Destination(false).of("https://[2606:2800:220:1:248:1893:25c8:1946]/hook"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://172.16.3.4/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://user:secret@93.184.216.34/",
                "ftp://93.184.216.34/",
                "https:///nowhere",
                "//93.184.216.34/",
                "93.184.216.34",
                "https://93.184.216.34/ two words",
                "file:///etc/passwd"
            })
    void a_message_goes_nowhere_else(String url) {
        assertThat(new Destination(false).of(url)).isEmpty();
    }

    @Test
    void where_the_service_is_set_to_it_a_message_goes_to_private_networks_too_unencrypted_to_this_machine_alone() {
        Destination all = new Destination(true);

        assertThat(all.of("https://10.0.0.1/")).isPresent();
        assertThat(all.of("http://127.0.0.1:8080/hook")).isPresent();
        assertThat(all.of("http://10.0.0.1/")).isEmpty();
        assertThat(all.of("http://93.184.216.34/")).isEmpty();
    }

    @Test
    void public_addresses_are_public() throws UnknownHostException {
        assertThat(Destination.isPrivate(InetAddress.getByName("8.8.8.8"))).isFalse();
        assertThat(Destination.isPrivate(InetAddress.getByName("100.128.0.1"))).isFalse();
        assertThat(Destination.isPrivate(InetAddress.getByName("2001:4860:4860::8888")))
                .isFalse();
    }
}
