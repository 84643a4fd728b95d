package org.plinth.web.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.EngineVersion;
import org.plinth.web.analyse.Analyser;
import org.plinth.web.analyse.Analysis;
import org.plinth.web.analyse.RecordingAnalysis;
import org.plinth.web.analyse.SymmetryQuestion;
import org.plinth.web.command.PositionChoice;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Upload;
import org.plinth.web.recordingfile.ReadOptions;
import org.plinth.web.recordingfile.Recording;
import org.plinth.web.recordingfile.RecordingFile;
import org.plinth.web.recordingfile.RecordingFileException;
import org.plinth.web.text.Texts;

/** Analyses the files of a form as the {@code analyse} command does, with the same refusals in the same words. */
final class UploadedRecordings {

    private static final Map<String, Side> SIDES = Map.of("left", Side.LEFT, "right", Side.RIGHT);

    private final PositionChoice choice;
    private final Texts texts;

    UploadedRecordings(PositionCatalogue positions, Texts texts) {
        this.choice = new PositionChoice(positions, texts);
        this.texts = texts;
    }

    Analysis analyse(Fields fields, List<Upload> uploads, double thresholdPercent) {
        ReadOptions options = options(fields);
        SymmetryQuestion question = question(fields, thresholdPercent);
        Analyser analyser = new Analyser(EngineVersion.current());
        List<RecordingAnalysis> analysed = new ArrayList<>();
        for (Upload upload : uploads) {
            if (isChosen(upload)) {
                analysed.add(analyser.analyse(read(upload, options), Optional.ofNullable(SIDES.get(upload.field()))));
            }
        }
        if (analysed.isEmpty()) {
            throw new BadRequest("left", "page.analyse.nofile");
        }
        return analyser.combine(analysed, question);
    }

    /** A browser sends a nameless empty part for a file field that was left alone. */
    private static boolean isChosen(Upload upload) {
        return !upload.fileName().isEmpty() || upload.bytes() > 0;
    }

    private Recording read(Upload upload, ReadOptions options) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(upload.path()))) {
            return RecordingFile.read(in, upload.fileName(), options);
        } catch (RecordingFileException e) {
            throw new BadRequest(upload.field(), "http.said", e.problem().describe(texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadOptions options(Fields fields) {
        Optional<ForceUnit> unit = fields.optionalText("unit", 10).map(text -> ForceUnit.parse(text)
                .orElseThrow(() -> new BadRequest("unit", "http.field.oneOf", "N, kgf, lbf")));
        return new ReadOptions(
                unit,
                fields.optionalNumber("rate", Double.MIN_NORMAL, ReadOptions.MAX_RATE_HZ),
                fields.optionalText("column", 200));
    }

    private SymmetryQuestion question(Fields fields, double thresholdPercent) {
        OptionalDouble sem = fields.optionalNumber("sem", 0, 100);
        try {
            return choice.question(
                    fields.optionalOneOf("injured", Side.class),
                    fields.optionalText("position", 100),
                    fields.optionalText("fixation", 20),
                    sem.isPresent() ? Optional.of(sem.getAsDouble()) : Optional.empty(),
                    thresholdPercent);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("position", "http.said", String.valueOf(e.getMessage()));
        }
    }
}
