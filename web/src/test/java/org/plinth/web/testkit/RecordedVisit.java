package org.plinth.web.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.plinth.core.visit.Involvement;
import org.plinth.web.visit.TestSheet;

/**
 * A data folder with one sample visit, both sides recorded and kept, that nobody has open: to be copied and then harmed.
 *
 * @param folder where it is
 * @param people whose it is
 * @param sheet as it stood at the end
 */
public record RecordedVisit(Path folder, VisitFloorKit.People people, TestSheet sheet) {

    /** Records it there. */
    public static RecordedVisit in(Path folder) {
        try (VisitFloorKit kit = VisitFloorKit.open(folder)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            return new RecordedVisit(folder, people, new VisitDeskScript(kit, people).bothSides());
        }
    }

    /** Copies all of it. */
    public void copyTo(Path other) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Path target = other.resolve(folder.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
