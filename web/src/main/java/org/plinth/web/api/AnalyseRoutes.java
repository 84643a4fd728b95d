package org.plinth.web.api;

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
import org.plinth.core.symmetry.LimbSymmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.EngineVersion;
import org.plinth.web.analyse.Analyser;
import org.plinth.web.analyse.AnalysisJson;
import org.plinth.web.analyse.RecordingAnalysis;
import org.plinth.web.analyse.SymmetryQuestion;
import org.plinth.web.command.PositionChoice;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Upload;
import org.plinth.web.http.WebModule;
import org.plinth.web.recordingfile.ReadOptions;
import org.plinth.web.recordingfile.Recording;
import org.plinth.web.recordingfile.RecordingFile;
import org.plinth.web.recordingfile.RecordingFileException;
import org.plinth.web.text.Texts;

/**
 * {@code POST /api/analyse}: recordings as a multipart form with files {@code left}, {@code right} or {@code file}, and the fields of the
 * {@code analyse} command. 200 with the analysis; 400 with the field, or with file, line and what to do.
 */
final class AnalyseRoutes implements WebModule {

    private static final Map<String, Optional<Side>> FILE_FIELDS =
            Map.of("left", Optional.of(Side.LEFT), "right", Optional.of(Side.RIGHT), "file", Optional.empty());

    private final Texts texts;

    AnalyseRoutes(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void mount(Routes routes) {
        routes.post("/api/analyse", this::analyse);
    }

    private Reply analyse(Request request) {
        Fields fields = request.fields("unit", "rate", "column", "position", "fixation", "sem", "injured");
        ReadOptions options = options(fields);
        SymmetryQuestion question = question(fields);
        Analyser analyser = new Analyser(EngineVersion.current());
        List<RecordingAnalysis> analysed = new ArrayList<>();
        for (Upload upload : request.uploads()) {
            analysed.add(analyser.analyse(read(upload, options), side(upload)));
        }
        if (analysed.isEmpty()) {
            throw new BadRequest("file", "http.field.file");
        }
        return Reply.text("application/json; charset=utf-8", AnalysisJson.of(analyser.combine(analysed, question)));
    }

    private static Optional<Side> side(Upload upload) {
        Optional<Side> side = FILE_FIELDS.get(upload.field());
        if (side == null) {
            throw new BadRequest(upload.field(), "http.field.unknown", upload.field());
        }
        return side;
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

    private SymmetryQuestion question(Fields fields) {
        OptionalDouble sem = fields.optionalNumber("sem", 0, 100);
        try {
            return new PositionChoice(PositionCatalogue.bundled(), texts)
                    .question(
                            fields.optionalOneOf("injured", Side.class),
                            fields.optionalText("position", 100),
                            fields.optionalText("fixation", 20),
                            sem.isPresent() ? Optional.of(sem.getAsDouble()) : Optional.empty(),
                            LimbSymmetry.DEFAULT_THRESHOLD_PERCENT);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("position", "http.said", String.valueOf(e.getMessage()));
        }
    }
}
