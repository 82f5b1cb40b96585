package io.bareme.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A role of the server and its password. Printed without the password. */
public record Credentials(String user, String password) {

    /** 192 bits, written in hexadecimal: safe to stand in a statement or a file. */
    static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return user;
    }
}
