package org.plinth.web.imports;

import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;

/**
 * Why an import cannot be taken out again as a whole: something else was built on a part of it.
 *
 * @param item the part
 * @param patient whose it is
 * @param key of the sentence, under {@code import.obstacle.}
 * @param tables where rows stand that did not come with the import
 */
public record Obstacle(ImportItem item, Optional<Id<Patient>> patient, String key, List<String> tables) {

    /** Copies the list. */
    public Obstacle {
        tables = List.copyOf(tables);
    }
}
