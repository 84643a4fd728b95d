package org.plinth.driver.testkit.bluez;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A message bus of its own: the system's {@code dbus-daemon} with a socket in a temporary folder. */
public final class PrivateBus implements AutoCloseable {

    private static final String RULES =
            """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>system</type>
              <keep_umask/>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow user="*"/>
                <allow own="*"/>
                <allow send_destination="*" eavesdrop="false"/>
                <allow receive_sender="*"/>
                %s
              </policy>
            </busconfig>
            """;

    private final Path folder;
    private final Process daemon;
    private final String address;

    private PrivateBus(Path folder, Process daemon, String address) {
        this.folder = folder;
        this.daemon = daemon;
        this.address = address;
    }

    /** One on which everybody may do everything. */
    public static PrivateBus open() {
        return start("");
    }

    /** One whose rules keep everybody from speaking to BlueZ, as for an account outside the group. */
    public static PrivateBus closedToBluez() {
        return start("<deny send_destination=\"org.bluez\"/>");
    }

    private static PrivateBus start(String rule) {
        try {
            Path folder = Files.createTempDirectory("plinth-bus-");
            Path rules = folder.resolve("bus.conf");
            Files.writeString(rules, RULES.formatted(folder.resolve("socket"), rule));
            Process daemon = new ProcessBuilder(
                            "dbus-daemon",
                            "--config-file=" + rules,
                            "--nofork",
                            "--nopidfile",
                            "--nosyslog",
                            "--print-address")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader told = daemon.inputReader(StandardCharsets.UTF_8);
            String address = told.readLine();
            if (address == null) {
                throw new AssertionError("dbus-daemon did not start");
            }
            return new PrivateBus(folder, daemon, address);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@code DBUS_SYSTEM_BUS_ADDRESS} has it. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        daemon.destroy();
        try {
            if (!daemon.waitFor(5, TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
            for (String file : new String[] {"socket", "bus.conf"}) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.deleteIfExists(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
