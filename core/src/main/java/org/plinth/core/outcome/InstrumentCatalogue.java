package org.plinth.core.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The instruments that ship with Plinth, loaded once from their data files: one file an instrument, one line in {@code
 * instruments.index}. Immutable.
 */
public final class InstrumentCatalogue {

    private static final String INDEX = "instruments.index";

    private final List<Instrument> instruments;

    private InstrumentCatalogue(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
    }

    /**
     * Reads the bundled files.
     *
     * @throws IllegalStateException naming file and key if one is unusable
     */
    public static InstrumentCatalogue bundled() {
        List<Instrument> instruments = new ArrayList<>();
        for (String id : InstrumentFile.index(INDEX)) {
            InstrumentFile file = InstrumentFile.bundled(id + ".properties");
            Instrument instrument = InstrumentReader.read(file);
            if (!instrument.id().equals(id)) {
                throw file.unusable("id", "must be " + id + ", is " + instrument.id());
            }
            instruments.add(instrument);
        }
        return new InstrumentCatalogue(instruments);
    }

    /** All, in the order of the index. */
    public List<Instrument> all() {
        return instruments;
    }

    /** The one with this id. */
    public Optional<Instrument> find(String id) {
        return instruments.stream()
                .filter(instrument -> instrument.id().equals(id))
                .findFirst();
    }
}
