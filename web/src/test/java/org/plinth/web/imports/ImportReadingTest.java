package org.plinth.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.imports.FoundRow.Measured;
import org.plinth.web.imports.FoundRow.Newcomer;
import org.plinth.web.text.Texts;

/** Tables from other programs: what is read, what is asked, and what is wrong with line, column and what to do. All people are made up. */
class ImportReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);
    private static final Texts TEXTS = Texts.bundled();

    private static Found read(String kind, String text, String... answers) {
        Map<String, String> said = new java.util.TreeMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            said.put(answers[i], answers[i + 1]);
        }
        return read(kind, text.getBytes(StandardCharsets.UTF_8), said);
    }

    private static Found read(String kind, byte[] bytes, Map<String, String> said) {
        return ImportKinds.find(kind).orElseThrow().read(new ImportFile(bytes), Answers.of(said), TODAY);
    }

    private static Map<String, String> values(FoundRow row) {
        return ((Measured) row.content()).values();
    }

    private static List<String> wrong(Found found) {
        return found.wrong()
                .map(fault -> fault.where(TEXTS) + ": " + fault.found() + ": " + fault.key())
                .toList();
    }

    // ---- every kind

    static List<ImportKind> kinds() {
        return ImportKinds.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_kind_has_its_words_and_a_template_that_it_reads_itself(ImportKind kind) {
        assertThat(kind.id()).matches("[a-z-]{1,40}");
        assertThat(TEXTS.has("import.kind." + kind.id())).isTrue();
        assertThat(TEXTS.has("import.what." + kind.id())).isTrue();
        assertThat(ImportKinds.find(kind.id())).contains(kind);
        kind.template().ifPresent(template -> {
            Found found = read(kind.id(), template);
            assertThat(wrong(found)).isEmpty();
            assertThat(found.questions()).isEmpty();
            assertThat(found.rows()).isNotEmpty();
            assertThat(template).contains("Sample", "Madeup");
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void no_kind_fails_over_what_is_no_file_of_its(ImportKind kind) {
        for (byte[] bytes : List.of(
                new byte[0],
                new byte[] {0, 1, 2, 3},
                "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {0x1f, (byte) 0x8b, 8, 0},
                "\"never closed".getBytes(StandardCharsets.UTF_8),
                "{\"resourceType\":".getBytes(StandardCharsets.UTF_8),
                "a,b\n".getBytes(StandardCharsets.UTF_8),
                "1,2\n3,4\n".getBytes(StandardCharsets.UTF_8))) {
            Found found = kind.read(new ImportFile(bytes), Answers.none(), TODAY);
            assertThat(found.isBlocked() || found.good().isEmpty()).isTrue();
            assertThat(found.wrong().count() + found.questions().size()).isPositive();
            found.wrong().forEach(fault -> assertThat(fault.what(TEXTS)).isNotBlank());
        }
    }

    // ---- patients

    @Test
    void patients_are_read_with_side_and_dominant_leg_in_words_of_three_languages() {
        Found found = read(
                "patients",
                """
                Nachname;Vorname;Geburtsdatum;Verletzte Seite;Dominantes Bein;Geschlecht
                M\u00fc\u00dfig;Sample J\u00fcrgen;1990-02-03;links;rechts;m
                Madeup;Sample B\u00e9n\u00e9dicte;1991-12-24;droite;L;f
                "Madeup, the second";Sample Ada;1985-03-02;both;;f
                """);

        assertThat(wrong(found)).isEmpty();
        assertThat(found.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("columnLeft");
            assertThat(notice.column()).contains("Geschlecht");
        });
        FoundRow first = found.rows().get(0);
        assertThat(first.person().family()).isEqualTo("M\u00fc\u00dfig");
        assertThat(first.person().born()).contains(LocalDate.of(1990, 2, 3));
        assertThat(first.content()).isEqualTo(new Newcomer("", Optional.of(Involvement.LEFT), Optional.of(Side.RIGHT)));
        assertThat(((Newcomer) found.rows().get(2).content()).involvement()).contains(Involvement.BILATERAL);
        assertThat(found.rows().get(2).person().family()).isEqualTo("Madeup, the second");
    }

    @Test
    void a_right_to_left_name_comes_in_as_it_is_and_hidden_direction_marks_do_not() {
        String family = "\u0627\u0644\u0646\u0645\u0648\u0630\u062c";
        Found found = read(
                "patients",
                "Family name,Given name,Date of birth\n" + family
                        + ",Sample \u0633\u0644\u0645\u0649,\u0661\u0669\u0669\u0660-\u0660\u0662-\u0660\u0663\nMade\u202eup,Sample,1990-02-03\n");

        assertThat(found.rows().get(0).person().family()).isEqualTo(family);
        assertThat(found.rows().get(0).person().born()).contains(LocalDate.of(1990, 2, 3));
        assertThat(wrong(found)).containsExactly("line 3, column \u201cFamily name\u201d: Made\u00b7up: hidden");
    }

    @Test
    void dates_whose_order_is_not_plain_are_asked_about_and_read_as_was_said() {
        String file = "Family name,Given name,Date of birth\nMadeup,Sample A,03/04/1990\nMadeup,Sample B,25/12/1991\n";

        Found open = read("patients", file);
        assertThat(open.isBlocked()).isTrue();
        assertThat(open.questions()).singleElement().satisfies(q -> assertThat(q.name())
                .isEqualTo("dateOrder"));

        Found dayFirst = read("patients", file, "dateOrder", "DAY_FIRST");
        assertThat(dayFirst.isBlocked()).isFalse();
        assertThat(dayFirst.good()).hasSize(2);
        assertThat(dayFirst.rows().get(0).person().born()).contains(LocalDate.of(1990, 4, 3));

        Found monthFirst = read("patients", file, "dateOrder", "MONTH_FIRST");
        assertThat(monthFirst.rows().get(0).person().born()).contains(LocalDate.of(1990, 3, 4));
        assertThat(wrong(monthFirst))
                .containsExactly("line 3, column \u201cDate of birth\u201d: 25/12/1991: noSuchDay");
    }

    @ParameterizedTest
    @CsvSource({
        "=HYPERLINK(1),Sample,1990-02-03,left,Family name,formula",
        "Madeup,Sample|Ada,1990-02-03,left,Given name,lineBreak",
        "Madeup,,1990-02-03,left,Given name,empty",
        "Madeup,Sample,2026-08-07,left,Date of birth,future",
        "Madeup,Sample,1899-01-01,left,birth date,tooOld",
        "Madeup,Sample,1990-02-30,left,Date of birth,noSuchDay",
        "Madeup,Sample,3.4.90,left,Date of birth,shortYear",
        "Madeup,Sample,yesterday,left,Date of birth,noDate",
        "Madeup,Sample,1990-02-03,G,Injured side,side.both",
        "Madeup,Sample,1990-02-03,lft,Injured side,side.both",
        "Madeup,Sample,1990-02-03,injured,Injured side,side.both"
    })
    void what_cannot_be_is_told_with_line_column_and_what_to_do(
            String family, String given, String born, String side, String column, String key) {
        Found found = read(
                "patients",
                "Family name,Given name,Date of birth,Injured side\n\"" + family + "\",\""
                        + (given == null ? "" : given.replace('|', '\n')) + "\"," + born + "," + side
                        + "\nMadeup,Sample Good,1990-02-03,R\n");

        assertThat(found.bad()).hasSize(1);
        assertThat(found.good()).hasSize(1);
        assertThat(found.wrong()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).hasValue(2);
            assertThat(fault.column()).contains(column);
            assertThat(fault.key()).isEqualTo(key);
            assertThat(fault.what(TEXTS)).doesNotContain("{").isNotBlank();
        });
    }

    @Test
    void a_row_with_more_cells_than_the_header_is_wrong_and_too_many_rows_are_refused_early() {
        assertThat(wrong(read("patients", "Family name,Given name,DOB\nMadeup,Jr.,Sample,1990-02-03\n")))
                .contains("line 2: : ragged");
        String many = "Family name,Given name,DOB\n" + "Madeup,Sample,1990-02-03\n".repeat(100_000);
        Found found = read("patients", many);
        assertThat(wrong(found)).containsExactly(": : manyRows");
        assertThat(found.rows()).isEmpty();
    }

    @Test
    void a_required_column_with_another_name_is_asked_for_and_taken_by_the_answer() {
        String file = "Who,Given name,DOB\nMadeup,Sample,1990-02-03\n";
        Found open = read("patients", file);
        assertThat(open.isBlocked()).isTrue();
        assertThat(open.questions()).extracting(Question::name).containsExactly("columnfamilyName");

        Found found = read("patients", file, "columnfamilyName", "0");
        assertThat(found.isBlocked()).isFalse();
        assertThat(found.good())
                .singleElement()
                .satisfies(row -> assertThat(row.person().family()).isEqualTo("Madeup"));
        assertThat(wrong(read("patients", file, "columnfamilyName", "1"))).contains("line 1: : columnTwice");
    }

    // ---- isokinetic

    @Test
    void torque_keeps_its_unit_and_other_units_are_converted_by_their_exact_factor() {
        Found found = read(
                "isokinetic",
                """
                date;side;muscle;contraction;velocity (deg/s);peak torque (ft-lbs)
                20.07.2026;left;flexion;con;60;62,5
                20.07.2026;right;flexion;con;60;70,0
                """,
                "dateOrder",
                "DAY_FIRST");

        assertThat(wrong(found)).isEmpty();
        assertThat(values(found.rows().get(0)))
                .containsEntry("torque", "84.739") // 62.5 \u00d7 1.3558179483314004 = 84.7386
                .containsEntry("asInFile", "62.5 ft-lbs")
                .containsEntry("speed", "60")
                .containsEntry("side", "LEFT")
                .containsEntry("muscle", "FLEXORS");
    }

    @Test
    void a_unit_that_no_header_names_is_asked_for_and_never_guessed() {
        String file = "date,side,muscle,mode,speed (\u00b0/s),peak torque\n2026-07-20,L,flexors,con,60,62.5\n";
        Found open = read("isokinetic", file);
        assertThat(open.isBlocked()).isTrue();
        assertThat(open.questions()).singleElement().satisfies(q -> {
            assertThat(q.name()).isEqualTo("unittorque");
            assertThat(q.choices()).extracting(Question.Choice::value).contains("N\u00b7m", "ft-lb");
        });
        assertThat(values(read("isokinetic", file, "unittorque", "ft-lb").good().get(0)))
                .containsEntry("torque", "84.739");
        assertThat(values(read("isokinetic", file, "unittorque", "N\u00b7m")
                        .good()
                        .get(0)))
                .containsEntry("torque", "62.5");
    }

    @Test
    void a_force_where_torque_is_expected_and_the_other_way_round_are_refused_with_both_named() {
        Found torque = read("nordic", "date,L max force (Nm),R max force (N)\n2026-07-20,300.5,310.5\n");
        assertThat(wrong(torque)).containsExactly("line 1, column \u201cL max force (Nm)\u201d: Nm: wrongDimension");
        assertThat(torque.wrong().findFirst().orElseThrow().what(TEXTS)).contains("Nm", "a torque", "a force");
        assertThat(wrong(read(
                        "isokinetic",
                        "date,side,muscle,mode,speed (\u00b0/s),peak torque (N)\n2026-07-20,L,flexors,con,60,62.5\n")))
                .containsExactly("line 1, column \u201cpeak torque (N)\u201d: N: wrongDimension");
    }

    // ---- Nordic

    @Test
    void a_nordic_summary_keeps_both_legs_and_says_that_kg_is_read_as_kgf() {
        Found found = read(
                "nordic",
                "Name,Date,Left max force (kg),Right max force (kg)\nSample Ada Madeup,2026-07-20,30.5,31.25\n");

        assertThat(found.notices()).extracting(ImportFault::key).containsOnly("kilogram");
        assertThat(values(found.rows().get(0)))
                .containsEntry("leftForce", "299.103") // 30.5 \u00d7 9.80665 = 299.1028
                .containsEntry("rightForce", "306.458") // 31.25 \u00d7 9.80665 = 306.4578
                .containsEntry("asInFile", "left 30.5 kg, right 31.25 kg");
    }

    @Test
    void of_a_mixed_file_only_what_is_named_a_nordic_curl_is_one() {
        Found found = read(
                "nordic",
                """
                Date,Test,L Max Force (N),R Max Force (N)
                2026-07-20,Nordic,312.5,298
                2026-07-20,ISO Prone,212.5,198
                2026-07-20,NORDIC hamstring,313.5,299
                2026-07-20,Nordic ISO,213.5,199
                2026-07-20,Razor Curl,214.5,200
                """);

        assertThat(found.questions()).isEmpty();
        assertThat(found.good()).extracting(FoundRow::line).containsExactly(2L, 4L);
        assertThat(wrong(found))
                .containsExactly(
                        "line 3, column \u201cTest\u201d: ISO Prone: noNordic",
                        "line 5, column \u201cTest\u201d: Nordic ISO: noNordic",
                        "line 6, column \u201cTest\u201d: Razor Curl: noNordic");
        assertThat(found.wrong().findFirst().orElseThrow().what(TEXTS)).contains("Leave the row out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date,L max force (N),R max force (N)\n2026-07-20,300.5,310.5\n",
                "Date,L max force (N),R max force (N),Test\n2026-07-20,300.5,310.5,\n"
            })
    void what_was_tested_is_asked_for_where_rows_do_not_say_it(String file) {
        Found open = read("nordic", file);
        assertThat(open.isBlocked()).isTrue();
        assertThat(open.questions()).singleElement().satisfies(q -> assertThat(q.choices())
                .extracting(Question.Choice::value)
                .containsExactly("NORDIC", "OTHER"));

        Found said = read("nordic", file, "nordic", "NORDIC");
        assertThat(said.isBlocked()).isFalse();
        assertThat(said.good()).hasSize(1);

        Found other = read("nordic", file, "nordic", "OTHER");
        assertThat(other.good()).isEmpty();
        assertThat(wrong(other)).containsExactly("line 2: : nordicSilent");
    }

    @ParameterizedTest
    @CsvSource({
        "'30.5','31,5',mixedMarks",
        "'=A1','31.5',formula",
        "'305 N','310',unitInCell",
        "'1.234,5','310',grouped",
        "'3000','310',range",
        "'-5','310',range",
        "'strong','310',noNumber"
    })
    void numbers_that_cannot_be_read_for_sure_are_not_read(String left, String right, String key) {
        Found found = read("nordic", "date;L max force (N);R max force (N)\n2026-07-20;" + left + ";" + right + "\n");
        assertThat(found.wrong()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo(key);
            assertThat(fault.line()).hasValue(2);
        });
    }

    @Test
    void a_mark_that_may_part_thousands_is_asked_about() {
        String file = "date;L max force (N);R max force (N);test\n2026-07-20;1,234;1,100;Nordic\n";
        assertThat(read("nordic", file).questions()).extracting(Question::name).containsExactly("mark");
        assertThat(values(read("nordic", file, "mark", "GROUPS").good().get(0))).containsEntry("leftForce", "1234");
        assertThat(values(read("nordic", file, "mark", "DECIMAL").good().get(0)))
                .containsEntry("leftForce", "1.234");
        assertThat(read("nordic", file.replace("1,100", "1,1")).questions())
                .as("another number shows that it is the decimal mark")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void line_ends_and_byte_order_mark_do_not_make_another_thing_of_a_row(String end) {
        String text = "date,L max force (N),R max force (N)\n2026-07-20,300.5,310.5\n";
        assertThat(read("nordic", "\ufeff" + text.replace("\n", end))
                        .rows()
                        .get(0)
                        .identity())
                .isEqualTo(read("nordic", text.replace(',', ';')).rows().get(0).identity());
    }
}
