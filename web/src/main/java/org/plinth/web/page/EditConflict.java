package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plinth.web.clinic.Id;
import org.plinth.web.http.Who;
import org.plinth.web.store.HistoryStore;
import org.plinth.web.store.HistoryStore.Kind;

/** What is told when somebody was faster: both, side by side. Nothing that was typed is lost. */
final class EditConflict {

    private final PageParts parts;

    EditConflict(PageParts parts) {
        this.parts = parts;
    }

    /**
     * The difference.
     *
     * @param of the patient whose record it is
     * @param stored form values of what is stored now
     * @param typed form values as they were sent
     */
    EditView.Conflict of(
            Who who, Kind kind, Id<?> of, Id<?> record, List<String> names, Map<String, String> stored, Form typed) {
        HistoryWords words = new HistoryWords(parts.texts(), PageParts.numbers(who.clinic()), Map.of());
        String by = parts.store().read(stores -> stores.history().of(who.clinicId(), kind, of)).stream()
                .filter(version -> version.record().equals(record.toString()))
                .reduce((a, b) -> b)
                .map(newest -> said(words, newest))
                .orElse("");
        List<EditView.Row> rows = new ArrayList<>();
        for (String name : names) {
            String now = stored.getOrDefault(name, "");
            if (!now.equals(typed.value(name))) {
                rows.add(new EditView.Row(
                        parts.texts().text("privacy.label." + name), shown(name, now), shown(name, typed.value(name))));
            }
        }
        return new EditView.Conflict(by, rows);
    }

    private String said(HistoryWords words, HistoryStore.Version newest) {
        return parts.texts().text("privacy.edit.conflict.by", words.by(newest), words.reason(newest));
    }

    private String shown(String name, String value) {
        if (value.isEmpty()) {
            return parts.texts().text("privacy.history.nothing");
        }
        String key = "privacy.value." + name + "." + value;
        if (parts.texts().has(key)) {
            return parts.texts().text(key);
        }
        String unit = "privacy.unit." + name;
        return parts.texts().has(unit) ? parts.texts().text(unit, value) : value;
    }
}
