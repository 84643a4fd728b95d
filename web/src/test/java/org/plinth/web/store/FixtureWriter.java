package org.plinth.web.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.SideResult;

/**
 * Writes {@code fixtures/vNNN/data.zip}: a small data folder with one made-up course. Run once for each released schema
 * ({@code main FILE}); what it wrote then is kept for ever.
 */
final class FixtureWriter {

    private FixtureWriter() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("plinth-fixture");
        KeyVault keys = KeyVault.open(folder.resolve("keys/master.key"), new Random(1));
        try (Database store = Database.open(
                () -> H2Backend.open(folder, keys), Migrations.BUNDLED, folder.resolve("backups"), keys)) {
            Samples samples = new Samples(1);
            samples.found(store);
            Samples.Course course = samples.course(store, "Ada");
            samples.record(store, course.test(), Side.LEFT, 10);
            List<SideResult> results = List.of(
                    samples.result(course.test(), course.visit(), Side.LEFT, 221.7),
                    samples.result(course.test(), course.visit(), Side.RIGHT, 270.1));
            store.write(samples.act("trial.decide"), s -> s.results()
                    .put(
                            samples.clinic.id(),
                            course.test().id(),
                            results,
                            Optional.of(samples.symmetry(course.test(), course.visit(), 82.08))));
            OwnPosition own = samples.ownPosition("Own curl");
            store.write(samples.act("position.add"), s -> {
                s.positions().add(own);
                return s.positions().amend(own.with(own.content().with("hold.seconds", "3")), 1);
            });
            store.write(samples.act("entry.add"), s -> s.entries()
                    .add(new EpisodeEntry(
                            Id.random(new Random(2)),
                            samples.clinic.id(),
                            course.patient().id(),
                            course.episode().id(),
                            1,
                            "pain",
                            LocalDate.of(2026, 8, 6),
                            new TreeMap<>(
                                    Map.of("activity", "SITTING", "timing", "DURING", "pain", "4", "side", "LEFT")),
                            false,
                            Instant.EPOCH,
                            samples.act("entry.add").actor())));
            store.write(samples.act("sensor.event"), s -> {
                s.trust().add(samples.drop());
                return true;
            });
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            for (String name : List.of("plinth.mv.db", "keys/master.key")) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(folder.resolve(name), zip);
                zip.closeEntry();
            }
        }
    }
}
