package org.plinth.web.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;

/** Tables {@code episode_entry} and {@code episode_entry_version}. The audit chain has kind and day, and of the values a salted hash. */
final class SqlEntries implements EntryStore {

    private static final Pattern KIND = Pattern.compile("[a-z-]{1,40}");

    private static final String FROM =
            """
            SELECT e.id, e.clinic_id, e.patient_id, e.episode_id, e.kind, x.version, x.on_date, x.data, x.removed, x.at,
                x.author
            FROM episode_entry e JOIN episode_entry_version x ON x.entry_id = e.id AND x.version = e.head_version
            """;
    private static final String FIRST = " JOIN episode_entry_version f ON f.entry_id = e.id AND f.version = 1 ";
    private static final String FIND = FROM + "WHERE e.clinic_id = ? AND e.id = ?";
    private static final String OF_EPISODE = FROM + FIRST
            + "WHERE e.clinic_id = ? AND e.episode_id = ? AND x.removed = FALSE ORDER BY x.on_date, f.at, e.id";

    /** An erasure leaves no entry, so none is found here. The kinds stand between commas, which no kind has in it. */
    private static final String SINCE = FROM + FIRST
            + """
            JOIN episode p ON p.id = e.episode_id
            JOIN episode_version pv ON pv.episode_id = p.id AND pv.version = p.head_version
            WHERE x.clinic_id = ? AND x.on_date >= ? AND x.removed = FALSE AND pv.closed_on IS NULL
                AND ? LIKE CONCAT('%,', e.kind, ',%')
            ORDER BY x.on_date DESC, f.at DESC, e.id""";

    /** With a place for the marks of a list of patients. */
    static final String OF_PATIENTS = FROM + FIRST
            + "WHERE e.clinic_id = ? AND e.kind = ? AND e.patient_id IN (%s) AND x.removed = FALSE "
            + "ORDER BY x.on_date, f.at, e.id";

    /** The same of all kinds. */
    static final String ALL_OF_PATIENTS = FROM + FIRST
            + "WHERE e.clinic_id = ? AND e.patient_id IN (%s) AND x.removed = FALSE ORDER BY x.on_date, f.at, e.id";

    private final Transaction tx;
    private final SqlStores stores;

    SqlEntries(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @Override
    public EpisodeEntry add(EpisodeEntry entry) {
        tx.requireClinic(entry.clinic());
        requireKind(entry.kind());
        if (entry.removed()) {
            throw StoreFailure.invalid("removed", "nothing can be taken back before it was noted");
        }
        requireEpisode(entry);
        Row identity = Row.of("episode_entry")
                .set("id", entry.id())
                .set("clinic_id", entry.clinic())
                .set("patient_id", entry.patient())
                .set("episode_id", entry.episode())
                .set("kind", entry.kind())
                .set("head_version", 1);
        Row content = content(entry, 1, tx.keys().newSalt());
        tx.insert(identity);
        tx.insert(content.by(tx.act()));
        tx.note(subject(entry), Optional.empty(), Optional.of(identity.audited(content)));
        return known(entry.clinic(), entry.id());
    }

    /** The rows of an episode outlive an erasure; who was erased, or is being erased in this moment, gets no new ones. */
    private void requireEpisode(EpisodeEntry entry) {
        boolean here = stores.episodes()
                        .hold(entry.clinic(), entry.episode())
                        .filter(episode -> episode.patient().equals(entry.patient()))
                        .isPresent()
                && stores.patients().find(entry.clinic(), entry.patient()).isPresent();
        if (!here) {
            throw StoreFailure.notFound("episode " + entry.episode() + " of this patient");
        }
    }

    @Override
    public EpisodeEntry amend(EpisodeEntry entry, int versionSeen) {
        tx.requireClinic(entry.clinic());
        stores.episodes().hold(entry.clinic(), entry.episode());
        EpisodeEntry before = known(entry.clinic(), entry.id());
        if (!isOf(before, entry)) {
            throw StoreFailure.wrongState("entry " + entry.id() + " has another patient, episode or kind", before);
        }
        int version = Heads.EPISODE_ENTRY.move(
                tx, entry.clinic(), entry.id(), versionSeen, () -> known(entry.clinic(), entry.id()));
        if (before.removed()) {
            throw StoreFailure.wrongState("entry " + entry.id() + " was taken back", before);
        }
        if (entry.removed() && tx.act().reason().isBlank()) {
            throw StoreFailure.invalid("reason", "taking an entry back needs a reason");
        }
        Row content = content(entry, version, tx.keys().newSalt());
        tx.insert(content.by(tx.act()));
        tx.note(
                subject(entry),
                Optional.of(content(before, before.version(), "").auditedAgain()),
                Optional.of(content.audited()));
        return known(entry.clinic(), entry.id());
    }

    private static boolean isOf(EpisodeEntry before, EpisodeEntry entry) {
        return before.patient().equals(entry.patient())
                && before.episode().equals(entry.episode())
                && before.kind().equals(entry.kind());
    }

    private EpisodeEntry known(Id<Clinic> clinic, Id<EpisodeEntry> entry) {
        return find(clinic, entry).orElseThrow(() -> StoreFailure.notFound("entry " + entry));
    }

    @Override
    public Optional<EpisodeEntry> find(Id<Clinic> clinic, Id<EpisodeEntry> entry) {
        return tx.one(FIND, SqlEntries::read, clinic, entry);
    }

    @Override
    public List<EpisodeEntry> ofEpisode(Id<Clinic> clinic, Id<Episode> episode) {
        return tx.list(OF_EPISODE, SqlEntries::read, clinic, episode);
    }

    @Override
    public List<EpisodeEntry> since(Id<Clinic> clinic, Set<String> kinds, LocalDate from) {
        kinds.forEach(SqlEntries::requireKind);
        return kinds.isEmpty()
                ? List.of()
                : tx.list(SINCE, SqlEntries::read, clinic, from, "," + String.join(",", kinds) + ",");
    }

    private static void requireKind(String kind) {
        if (!KIND.matcher(kind).matches()) {
            throw StoreFailure.invalid("kind", "at most 40 small letters and hyphens");
        }
    }

    private static String subject(EpisodeEntry entry) {
        return "episode_entry:" + entry.id();
    }

    private static Row content(EpisodeEntry entry, int version, String salt) {
        return Row.of("episode_entry_version")
                .set("entry_id", entry.id())
                .set("version", version)
                .set("clinic_id", entry.clinic())
                .set("on_date", entry.date())
                .setPersonal("data", EntryValues.text(entry.values()))
                .set("removed", entry.removed())
                .set("salt", salt);
    }

    static EpisodeEntry read(Found row) throws SQLException {
        return new EpisodeEntry(
                row.id("id"),
                row.id("clinic_id"),
                row.id("patient_id"),
                row.id("episode_id"),
                row.number("version"),
                row.text("kind"),
                row.date("on_date"),
                EntryValues.read(row.text("data")),
                row.is("removed"),
                row.instant("at"),
                row.id("author"));
    }
}
