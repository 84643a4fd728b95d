package org.plinth.web.fhir;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.sample.SampleClinic;
import org.plinth.web.store.Passwords;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.text.Texts;

/** The sample clinic and exports of it in folders. */
final class SampleExport implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-08-06T12:00:00Z");

    final VisitFloorKit kit;
    final Clinic clinic;
    final FhirSource source;

    SampleExport(Path root) {
        kit = VisitFloorKit.open(root);
        clinic = new SampleClinic(
                        kit.database(),
                        kit.journals(),
                        PositionCatalogue.bundled(),
                        new Passwords(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .make((done, of) -> {});
        Pseudonyms pseudonyms =
                new Pseudonyms("sixteen bytes and more".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        source = new FhirSource(
                kit.database(),
                raw(),
                new ClinicPositions(PositionCatalogue.bundled()),
                pseudonyms::of,
                Texts.bundled());
    }

    RawForce raw() {
        return new RawForce(kit.database(), kit.journals(), SensorDrivers.load());
    }

    /** Everybody but people of these names: without a name, nobody is left out. */
    FhirSource.Asked asked(Purpose purpose, boolean curves, Set<String> only) {
        Set<Id<Patient>> hidden =
                kit.database().read(stores -> stores.patients().search(clinic.id(), "", 1000)).stream()
                        .filter(patient -> !only.isEmpty() && !only.contains(patient.givenName()))
                        .map(Patient::id)
                        .collect(java.util.stream.Collectors.toSet());
        return new FhirSource.Asked(clinic, purpose, hidden, curves, NOW);
    }

    Path export(Path folder, Purpose purpose, boolean curves, Set<String> only) {
        try {
            new FhirBulk(source, asked(purpose, curves, only)).write(new Folder(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path folder, String type) {
        try {
            return Files.readAllLines(folder.resolve(type + ".ndjson"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kit.close();
    }

    private record Folder(Path root) implements BulkTarget {

        @Override
        public void file(String name, Content content) throws IOException {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.to(out);
            }
        }

        @Override
        public void progress(long done, long total) {}
    }
}
