package org.plinth.core.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.plinth.core.screening.ScreeningForm.Action;
import org.plinth.core.screening.ScreeningForm.Question;

/** Reads a {@link ScreeningForm} from its data file. Messages name file and key. */
final class ScreeningReader {

    private final String file;
    private final Properties values = new Properties();
    private final Set<String> unread;

    private ScreeningReader(String file) {
        this.file = file;
        try (InputStream in = ScreeningReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + ": no such file");
            }
            values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(file + ": cannot be read", e);
        }
        unread = new TreeSet<>(values.stringPropertyNames());
    }

    static ScreeningForm read(String file) {
        ScreeningReader reader = new ScreeningReader(file);
        List<Question> questions = new ArrayList<>();
        for (String id : reader.text("questions").split(",")) {
            questions.add(reader.question(id.strip()));
        }
        ScreeningForm form = new ScreeningForm(reader.text("id"), Integer.parseInt(reader.text("version")), questions);
        if (!reader.unread.isEmpty()) {
            throw reader.unusable(reader.unread.iterator().next(), "is not a known key");
        }
        return form;
    }

    private Question question(String id) {
        return new Question(
                id,
                text(id + ".action").equals("stop") ? Action.STOP : askOnly(id),
                text(id + ".words"),
                text(id + ".irritable").equals("yes"));
    }

    private Action askOnly(String id) {
        if (!text(id + ".action").equals("ask")) {
            throw unusable(id + ".action", "must be stop or ask");
        }
        return Action.ASK;
    }

    private String text(String key) {
        unread.remove(key);
        String value = values.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw unusable(key, "is missing");
        }
        return value;
    }

    private IllegalStateException unusable(String key, String why) {
        return new IllegalStateException(file + ": " + key + " " + why);
    }
}
