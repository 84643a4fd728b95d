package org.plinth.web.secret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The 100 000 passwords that leaked most often, in lower case. The list is that of nbvcxz (MIT), read from its jar line by line each time:
 * a password is chosen seldom, and the list is not worth 10 MB of memory. Any thread.
 *
 * @see <a href="https://github.com/GoSimpleLLC/nbvcxz">nbvcxz</a>
 */
public final class CommonPasswords {

    private static final String LIST = "/dictionaries/passwords.txt";

    private CommonPasswords() {}

    /**
     * Whether one of these texts is on the list; capitals make no difference.
     *
     * @throws IllegalStateException if the list is not on the class path
     */
    public static boolean hasAny(Collection<String> texts) {
        Set<String> wanted =
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        try (BufferedReader lines = open()) {
            return lines.lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .anyMatch(wanted::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are. */
    static long size() {
        try (BufferedReader lines = open()) {
            return lines.lines().filter(line -> !line.isBlank()).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open() {
        InputStream in = CommonPasswords.class.getResourceAsStream(LIST);
        if (in == null) {
            throw new IllegalStateException(LIST + " is not on the class path; build the product again");
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
