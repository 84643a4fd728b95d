package org.plinth.core.position;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The positions and batteries that ship with Plinth, loaded once from their data files; and {@link #and} a clinic's own
 * beside them. It knows every version, so that an old result is read with the protocol that it was made with. Immutable.
 */
public final class PositionCatalogue {

    private final List<PositionVersion> versions;
    private final List<TestPosition> newest;
    private final Set<String> retired;
    private final List<Battery> batteries;

    private PositionCatalogue(List<PositionVersion> versions, Set<String> retired, List<Battery> batteries) {
        this.versions = List.copyOf(versions);
        this.newest = newest(versions);
        this.retired = Set.copyOf(retired);
        this.batteries = List.copyOf(batteries);
    }

    private static List<TestPosition> newest(List<PositionVersion> versions) {
        Map<String, TestPosition> newest = new LinkedHashMap<>();
        versions.forEach(one -> newest.merge(one.id(), one.position(), (a, b) -> a.version() > b.version() ? a : b));
        return List.copyOf(newest.values());
    }

    /**
     * Reads the bundled files.
     *
     * @throws IllegalStateException naming file and key if one is unusable
     */
    public static PositionCatalogue bundled() {
        List<TestPosition> positions = new ArrayList<>();
        List<PositionVersion> versions = new ArrayList<>();
        for (String id : PositionFile.index("positions.index")) {
            PositionFile file = PositionFile.bundled(id + ".properties");
            TestPosition position = PositionReader.read(file);
            if (!position.id().equals(id)) {
                throw file.unusable("id", "must be " + id + ", is " + position.id());
            }
            if (position.drawing().isEmpty()) {
                throw file.unusable("drawing.support", "is missing");
            }
            positions.add(position);
            versions.add(new PositionVersion(position, PositionContent.of(file.all())));
        }
        List<Battery> batteries = new ArrayList<>();
        for (String id : PositionFile.index("batteries.index")) {
            batteries.add(BatteryReader.read(PositionFile.bundled("battery/" + id + ".properties"), id, positions));
        }
        return new PositionCatalogue(versions, Set.of(), batteries);
    }

    /**
     * These and a clinic's own.
     *
     * @param own every version of each, in any order
     * @param noLongerOffered ids of those that are no longer chosen at a visit; their results stay readable
     * @throws IllegalArgumentException if an id is not one of a clinic's own
     */
    public PositionCatalogue and(List<PositionVersion> own, Set<String> noLongerOffered) {
        List<PositionVersion> all = new ArrayList<>(versions);
        for (PositionVersion version : own) {
            if (!PositionFields.isOwn(version.id())) {
                throw new IllegalArgumentException(version.id() + " is not the id of an own position");
            }
            all.add(version);
        }
        Set<String> hidden = new HashSet<>(retired);
        hidden.addAll(noLongerOffered);
        return new PositionCatalogue(all, hidden, batteries);
    }

    /** The newest version of each, in the order of the index, then a clinic's own; retired ones too. */
    public List<TestPosition> all() {
        return newest;
    }

    /** The newest version of each that may be chosen at a visit. */
    public List<TestPosition> offered() {
        return newest.stream()
                .filter(position -> !retired.contains(position.id()))
                .toList();
    }

    /** The newest version of the one with this id. */
    public Optional<TestPosition> find(String id) {
        return newest.stream().filter(position -> position.id().equals(id)).findFirst();
    }

    /** Exactly this version of the one with this id. */
    public Optional<TestPosition> find(String id, int version) {
        return findVersion(id, version).map(PositionVersion::position);
    }

    /** Exactly this version, with what was written down. */
    public Optional<PositionVersion> findVersion(String id, int version) {
        return versions.stream()
                .filter(one -> one.id().equals(id) && one.version() == version)
                .findFirst();
    }

    /** What differs between two versions of a position; nothing where one is not known. */
    public List<PositionChange> changes(String id, int before, int after) {
        Optional<PositionContent> old = findVersion(id, before).map(PositionVersion::content);
        Optional<PositionContent> current = findVersion(id, after).map(PositionVersion::content);
        return old.isPresent() && current.isPresent() ? PositionChange.between(old.get(), current.get()) : List.of();
    }

    /** All batteries, in the order of their index. */
    public List<Battery> batteries() {
        return batteries;
    }

    /** The battery with this id. */
    public Optional<Battery> findBattery(String id) {
        return batteries.stream().filter(battery -> battery.id().equals(id)).findFirst();
    }
}
