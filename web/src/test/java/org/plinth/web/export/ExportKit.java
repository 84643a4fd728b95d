package org.plinth.web.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.text.Texts;

/** Exports of a clinic in a test, into folders. */
final class ExportKit {

    static final Instant AT = Instant.parse("2026-08-06T12:00:00Z");
    static final long ROOM = 10_000_000_000L;

    private ExportKit() {}

    static ExportGround ground(VisitFloorKit kit, Path root) {
        Checkpoints.Places places = Checkpoints.Places.of(root, root.resolve("master.key"), Optional.empty());
        return new ExportGround(
                kit.database(),
                new RawForce(kit.database(), kit.journals(), SensorDrivers.load()),
                new ClinicPositions(PositionCatalogue.bundled()),
                new Pseudonyms(new byte[32]),
                new Checkpoints(kit.database(), places, () -> 0, Clock.systemUTC()),
                Texts.bundled());
    }

    static ExportRequest request(Clinic clinic, Purpose purpose, Set<Id<Patient>> hidden) {
        return new ExportRequest(clinic, purpose, hidden, AT, Map.of());
    }

    /** Relative name to content of every file in there. */
    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
