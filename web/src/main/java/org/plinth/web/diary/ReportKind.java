package org.plinth.web.diary;

import static org.plinth.web.diary.EntryField.choice;
import static org.plinth.web.diary.EntryField.words;

import java.util.List;
import org.plinth.web.diary.EntryKind.Group;

/** A report that was issued. Written when a PDF is made, never by a form: what it says is kept by its hash, beside these fields. */
final class ReportKind {

    private static final EntryKind REPORT = EntryKind.of(
            "report",
            Group.RECORD,
            choice("audience", "PATIENT", "REFERRER", "PAYER", "DISCHARGE").must(),
            words("number").must());

    static final List<EntryKind> ALL = List.of(REPORT);

    private ReportKind() {}
}
