package org.plinth.web.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.config.StartRefused.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the last backups went. Kept in the data folder, so that a server that was started anew still knows that none was made
 * for a week. Any thread.
 */
public final class BackupNews {

    private static final Logger LOG = LoggerFactory.getLogger(BackupNews.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private State state;

    /**
     * What is known.
     *
     * @param tried when one was last begun
     * @param proved when the last good one was made, and brought back whole in a drill
     * @param name of its file
     * @param failure why the last try failed; empty if it did not
     */
    public record State(
            Optional<Instant> tried, Optional<Instant> proved, Optional<String> name, Optional<Fault> failure) {

        static final State NOTHING = new State(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Of a data folder; what cannot be read counts as not known. */
    public BackupNews(Path data) {
        this.file = data.resolve("backup-state.json");
        this.state = read(file);
    }

    /** What is known. */
    public synchronized State state() {
        return state;
    }

    synchronized void tried(Instant at) {
        keep(new State(Optional.of(at), state.proved(), state.name(), state.failure()));
    }

    synchronized void proved(Instant madeAt, String name) {
        keep(new State(state.tried(), Optional.of(madeAt), Optional.of(name), Optional.empty()));
    }

    synchronized void failed(Fault why) {
        keep(new State(state.tried(), state.proved(), state.name(), Optional.of(why)));
    }

    private void keep(State next) {
        state = next;
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            PrivateFiles.create(part);
            Files.writeString(part, json(next), StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("how the backup went cannot be kept in the data folder");
        }
    }

    private static String json(State state) {
        ObjectNode json = JSON.createObjectNode();
        state.tried().ifPresent(at -> json.put("tried", at.toString()));
        state.proved().ifPresent(at -> json.put("proved", at.toString()));
        state.name().ifPresent(name -> json.put("name", name));
        state.failure().ifPresent(fault -> {
            ObjectNode failure = json.putObject("failure").put("key", fault.key());
            ArrayNode values = failure.putArray("values");
            fault.values().forEach(values::add);
        });
        return json.toString();
    }

    private static State read(Path file) {
        if (Files.notExists(file)) {
            return State.NOTHING;
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            return new State(instant(json, "tried"), instant(json, "proved"), text(json, "name"), fault(json));
        } catch (IOException | DateTimeParseException e) {
            LOG.warn("how the last backup went cannot be read");
            return State.NOTHING;
        }
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.get(name).asText()) : Optional.empty();
    }

    private static Optional<Instant> instant(JsonNode json, String name) {
        return text(json, name).map(Instant::parse);
    }

    private static Optional<Fault> fault(JsonNode json) {
        JsonNode failure = json.path("failure");
        if (!failure.hasNonNull("key")) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        failure.path("values").forEach(value -> values.add(value.asText()));
        return Optional.of(new Fault(failure.get("key").asText(), values));
    }
}
