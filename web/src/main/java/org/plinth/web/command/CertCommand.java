package org.plinth.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plinth.web.cert.LocalAuthority;
import org.plinth.web.cert.ServerNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code cert NAME…}: a local certificate authority, a server certificate for these names and addresses, and how each system comes to
 * trust it. Again, it renews the server's with the same authority.
 */
@Command(name = "cert", mixinStandardHelpOptions = true)
final class CertCommand implements Callable<Integer> {

    private static final List<String> SYSTEMS = List.of("linux", "firefox", "windows", "macos", "ios", "android");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "NAME", descriptionKey = "keep.command.cert-names")
    private List<String> names = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "keep.command.cert-out")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--days", paramLabel = "N", descriptionKey = "keep.command.cert-days")
    private int days = LocalAuthority.SERVER_DAYS;

    private final Console console;
    private final Clock clock;

    CertCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        List<String> wrong = ServerNames.wrong(names);
        if (!wrong.isEmpty()) {
            throw wrong("keep.cert.wrong-name", String.join(", ", wrong));
        }
        if (days < 1 || days > LocalAuthority.MOST_SERVER_DAYS) {
            throw wrong("keep.cert.wrong-days", days, LocalAuthority.MOST_SERVER_DAYS);
        }
        Path folder = out.orElse(Path.of("plinth-tls")).toAbsolutePath().normalize();
        try {
            tell(new LocalAuthority(folder, clock, new SecureRandom()).sign(ServerNames.of(names), days));
            return ExitCode.OK;
        } catch (GeneralSecurityException e) {
            console.say("keep.cert.unusable", folder);
            return ExitCode.SOFTWARE;
        } catch (IOException e) {
            console.say("keep.cert.cannot-write", folder);
            return ExitCode.SOFTWARE;
        }
    }

    private void tell(LocalAuthority.Made made) {
        DateTimeFormatter day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
        console.out()
                .println(console.texts()
                        .text(
                                made.renewed() ? "keep.cert.renewed" : "keep.cert.made",
                                String.join(", ", ServerNames.of(names).all()),
                                day.format(made.until()),
                                day.format(made.authorityUntil())));
        console.out().println("./plinth serve --bind 0.0.0.0 --tls-cert " + made.chain() + " --tls-key " + made.key());
        console.flush();
        console.say("keep.cert.trust", made.authority());
        SYSTEMS.forEach(system -> console.say("keep.cert.trust." + system, made.authority()));
        console.say("keep.cert.guard", made.authority().resolveSibling("ca-key.pem"));
    }

    private ParameterException wrong(String key, Object... values) {
        return new ParameterException(spec.commandLine(), console.texts().text(key, values));
    }
}
