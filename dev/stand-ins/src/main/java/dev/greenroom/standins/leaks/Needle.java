package dev.greenroom.standins.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A form in which a secret may lie somewhere.
 *
 * @param text what is searched for, letter for letter
 */
record Needle(Canary canary, String form, String text) {

    static List<Needle> of(Canary canary) {
        var secret = canary.secret();
        var needles = new ArrayList<Needle>();
        needles.add(new Needle(canary, "raw", secret));
        var urlEncoded = URLEncoder.encode(secret, UTF_8);
        needles.add(new Needle(canary, "URL-encoded", urlEncoded));
        needles.add(new Needle(canary, "URL-encoded", urlEncoded.replace("+", "%20")));
        needles.add(new Needle(canary, "hexadecimal", HexFormat.of().formatHex(secret.getBytes(UTF_8))));
        for (int before = 0; before < 3; before++) {
            var inBase64 = insideBase64(secret.getBytes(UTF_8), before);
            needles.add(new Needle(canary, "base64", inBase64));
            needles.add(
                    new Needle(canary, "base64url", inBase64.replace('+', '-').replace('/', '_')));
        }
        return needles;
    }

    /**
     * The letters of the secret that are the same whatever stands around it, in the base64 of a text in which so many
     * bytes, and any number of threes, come before it.
     */
    private static String insideBase64(byte[] secret, int before) {
        var text = new byte[before + secret.length];
        System.arraycopy(secret, 0, text, before, secret.length);
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(text);
        // Each letter is 6 bits: those that share bits with what is before or after are left out.
        int first = (before * 8 + 5) / 6;
        int last = text.length * 8 / 6;
        return encoded.substring(first, last);
    }

    @Override
    public String toString() {
        return "Needle[" + canary + ", " + form + "]";
    }
}
