package org.plinth.web.cert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.util.IPAddress;

/**
 * Names and addresses that browsers reach the server by.
 *
 * @param all at least one; host names in lower case, or IPv4 and IPv6 addresses
 */
public record ServerNames(List<String> all) {

    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LOOKS_LIKE_ADDRESS = Pattern.compile("[0-9.]+");

    /** Copies the list. */
    public ServerNames {
        all = List.copyOf(all);
    }

    /** Those of the list that are neither a host name nor an address. */
    public static List<String> wrong(List<String> names) {
        return names.stream().filter(name -> !isRight(name)).toList();
    }

    /** What was given, and this machine's own. */
    public static ServerNames of(List<String> given) {
        List<String> all = new ArrayList<>();
        given.forEach(name -> add(name.toLowerCase(Locale.ROOT), all));
        List.of("localhost", "127.0.0.1", "::1").forEach(name -> add(name, all));
        return new ServerNames(all);
    }

    private static void add(String name, List<String> to) {
        if (!to.contains(name)) {
            to.add(name);
        }
    }

    private static boolean isRight(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean host = HOST.matcher(lower).matches()
                && !LOOKS_LIKE_ADDRESS.matcher(lower).matches();
        return host || IPAddress.isValid(lower);
    }

    GeneralNames asn1() {
        return new GeneralNames(all.stream()
                .map(name ->
                        new GeneralName(IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }
}
