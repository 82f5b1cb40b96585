package io.bareme.notification;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a message may go: {@code https}, to a host of the internet, unless the service is set to reach others. */
final class Destination {

    private static final int LONGEST = 2000;

    private final boolean privateToo;

    Destination(boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** The address, if a message may go there as the name of its host stands now. */
    Optional<URI> of(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            return url.length() <= LONGEST && host != null && uri.getUserInfo() == null && mayGo(uri, host)
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private boolean mayGo(URI uri, String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
                case "https" -> privateToo || Arrays.stream(addresses).noneMatch(Destination::isPrivate);
                case "http" -> privateToo && Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress);
                default -> false;
            };
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isOther(address);
    }

    /** What Java has no word for: carriers' NAT (RFC 6598), 0/8, 240/4, unique local IPv6 (RFC 4193), IPv4 within IPv6 (6to4, NAT64). */
    private static boolean isOther(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return switch (address) {
            case Inet4Address _ -> first == 0 || first >= 240 || first == 100 && second >= 64 && second < 128;
            case Inet6Address _ -> (first & 0xFE) == 0xFC || first == 0 || first == 0x20 && second == 0x02;
            default -> true;
        };
    }
}
