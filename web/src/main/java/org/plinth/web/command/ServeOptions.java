package org.plinth.web.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The settings that {@code serve} and {@code demo} take on the command line; what is not given is looked for elsewhere. */
final class ServeOptions {

    @Option(names = "--port", paramLabel = "N", descriptionKey = "http.command.port")
    private Optional<String> port = Optional.empty();

    @Option(names = "--bind", paramLabel = "ADDR", descriptionKey = "http.command.bind")
    private Optional<String> bind = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "http.command.data")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--db", paramLabel = "JDBC-URL", descriptionKey = "http.command.db")
    private Optional<String> db = Optional.empty();

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "http.command.keyFile")
    private Optional<Path> keyFile = Optional.empty();

    @Option(names = "--tls-cert", paramLabel = "FILE", descriptionKey = "http.command.tlsCert")
    private Optional<Path> tlsCert = Optional.empty();

    @Option(names = "--tls-key", paramLabel = "FILE", descriptionKey = "http.command.tlsKey")
    private Optional<Path> tlsKey = Optional.empty();

    @Option(names = "--behind-proxy", descriptionKey = "http.command.behindProxy")
    private boolean behindProxy;

    @Option(names = "--decode-only-sensors", descriptionKey = "http.command.decodeOnlySensors")
    private boolean decodeOnlySensors;

    @Option(names = "--bluetooth", paramLabel = "auto|tinyb|bluez-dbus|none", descriptionKey = "http.command.bluetooth")
    private Optional<String> bluetooth = Optional.empty();

    @Option(names = "--bluetooth-adapter", paramLabel = "NAME", descriptionKey = "http.command.bluetoothAdapter")
    private Optional<String> bluetoothAdapter = Optional.empty();

    @Option(names = "--backup-folder", paramLabel = "DIR", descriptionKey = "keep.command.backup-folder")
    private Optional<Path> backupFolder = Optional.empty();

    @Option(names = "--backup-hour", paramLabel = "H", descriptionKey = "keep.command.backup-hour")
    private Optional<String> backupHour = Optional.empty();

    @Option(names = "--backup-keep", paramLabel = "N", descriptionKey = "keep.command.backup-keep")
    private Optional<String> backupKeep = Optional.empty();

    @Option(names = "--checkpoint-copy", paramLabel = "DIR", descriptionKey = "audit.command.checkpointCopy")
    private Optional<Path> checkpointCopy = Optional.empty();

    Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        port.ifPresent(value -> flags.put("port", value));
        bind.ifPresent(value -> flags.put("bind", value));
        data.ifPresent(value -> flags.put("data", value.toString()));
        db.ifPresent(value -> flags.put("db", value));
        keyFile.ifPresent(value -> flags.put("key-file", value.toString()));
        tlsCert.ifPresent(value -> flags.put("tls-cert", value.toString()));
        tlsKey.ifPresent(value -> flags.put("tls-key", value.toString()));
        if (decodeOnlySensors) {
            flags.put("decode-only-sensors", "true");
        }
        bluetooth.ifPresent(value -> flags.put("bluetooth", value));
        bluetoothAdapter.ifPresent(value -> flags.put("bluetooth-adapter", value));
        backupFolder.ifPresent(value -> flags.put("backup-folder", value.toString()));
        backupHour.ifPresent(value -> flags.put("backup-hour", value));
        backupKeep.ifPresent(value -> flags.put("backup-keep", value));
        if (behindProxy) {
            flags.put("behind-proxy", "true");
        }
        checkpointCopy.ifPresent(value -> flags.put("checkpoint-copy", value.toString()));
        return flags;
    }
}
