package org.plinth.driver.link.tinyb;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.tinyb.child.TinybChild;
import tinyb.BluetoothManager;

/** Starts the child: this JVM again, with two entries on its class path and its frames on descriptor 3. */
final class ChildLauncher {

    /** The shell becomes the JVM: descriptor 3 is the pipe to us, what native code prints goes with the errors. */
    private static final String TO_DESCRIPTOR_3 = "exec \"$0\" \"$@\" 3>&1 1>&2";

    private static final int WARNS_OF_NATIVE_ACCESS = 22;

    private final Optional<String> busAddress;
    private final Path natives;

    ChildLauncher(Optional<String> busAddress, Path natives) {
        this.busAddress = busAddress;
        this.natives = natives;
    }

    Process start(String adapter) {
        ProcessBuilder builder = new ProcessBuilder(command(adapter));
        busAddress.ifPresent(address -> builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", address));
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new SensorException(Fault.NO_TRANSPORT, "The Bluetooth process cannot be started.", failed);
        }
    }

    private List<String> command(String adapter) {
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", TO_DESCRIPTOR_3, java));
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash"));
        command.add("-XX:ErrorFile=" + natives.resolve("crash.log"));
        command.add("-Djava.library.path=" + natives);
        if (Runtime.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(), TinybChild.class.getName(), adapter));
        return command;
    }

    /** Ours and tinyb's, each as it is: a folder or a jar. */
    private static String classPath() {
        return Stream.of(TinybChild.class, BluetoothManager.class)
                .map(ChildLauncher::placeOf)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException odd) {
            throw new SensorException(Fault.NO_TRANSPORT, "The place of Plinth's own files cannot be told.", odd);
        }
    }
}
