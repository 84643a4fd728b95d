package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Force curves as CSV, one file or several in a ZIP: columns and units as {@code analyse} reads them, lines about the recording before
 * the header, one item for each force column. Whose leg a column is, is never taken from its name: a person says it.
 */
final class RecordingImport implements ImportKind {

    @Override
    public String id() {
        return "recording";
    }

    @Override
    public boolean makesPatients() {
        return false;
    }

    @Override
    public Optional<String> template() {
        return Optional.empty();
    }

    @Override
    public Found read(ImportFile file, Answers answers, LocalDate today) {
        List<RecordingMember> members = new ArrayList<>();
        try {
            file.each((number, bytes) -> members.add(RecordingMember.read(number, bytes, answers, today)));
        } catch (WrongCell zip) {
            return Found.failed(ImportFault.ofFile(zip.key(), zip.arguments()));
        }
        List<FoundRow> rows = new ArrayList<>();
        List<ImportFault> notices = new ArrayList<>();
        for (RecordingMember member : members) {
            rows.addAll(member.rows());
            notices.addAll(member.notices());
        }
        return new Found(rows, List.of(), notices, questions(members, answers), List.of());
    }

    /** Each is asked once for all files of a ZIP, and only where one of them leaves it open. */
    private static List<Question> questions(List<RecordingMember> members, Answers answers) {
        List<Question> questions = new ArrayList<>();
        if (members.stream().anyMatch(RecordingMember::needsUnit)) {
            questions.add(new Question(
                    RecordingMember.UNIT,
                    "forceUnit",
                    List.of(),
                    UnitTable.FORCE.offered().stream()
                            .map(unit -> Question.Choice.literal(unit, unit))
                            .toList(),
                    answers.to(RecordingMember.UNIT),
                    true));
        }
        if (members.stream().anyMatch(RecordingMember::needsOrder)) {
            questions.add(Table.order(answers));
        }
        return questions;
    }
}
