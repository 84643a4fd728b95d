package org.plinth.web.position;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.core.position.OwnPositionReader;
import org.plinth.core.position.OwnPositionReader.Origin;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionCopy;
import org.plinth.core.position.PositionFields;
import org.plinth.core.position.PositionProblem;
import org.plinth.core.position.PositionReading;
import org.plinth.core.position.PositionVersion;
import org.plinth.core.position.TestPosition;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Writes a clinic's own positions: copies one that is known, holds it to the rules, keeps every version. Blocks; any
 * thread but an event loop.
 */
public final class PositionDesk {

    private final Store store;
    private final ClinicPositions positions;
    private final RandomGenerator ids;

    /** Over this store; {@code ids} is a secure source. */
    public PositionDesk(Store store, ClinicPositions positions, RandomGenerator ids) {
        this.store = store;
        this.positions = positions;
        this.ids = ids;
    }

    /** What came of writing. */
    public sealed interface Saved {

        /**
         * It is stored.
         *
         * @param position as it is now
         */
        record Done(OwnPosition position) implements Saved {}

        /**
         * It breaks rules; nothing was stored.
         *
         * @param problems all of them
         */
        record Refused(List<PositionProblem> problems) implements Saved {

            /** Copies the list. */
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /**
         * It is what stands there already; nothing was stored, and no series ends for nothing.
         *
         * @param position as it is
         */
        record Unchanged(OwnPosition position) implements Saved {}
    }

    /**
     * The first draft of a copy.
     *
     * @param from id of a position of this clinic
     * @throws StoreFailure NOT_FOUND if there is none, or it cannot be copied
     */
    public PositionContent draft(Id<Clinic> clinic, String from) {
        PositionCatalogue known = store.read(stores -> positions.of(stores, clinic));
        TestPosition original = known.find(from)
                .filter(PositionCopy::isPossible)
                .orElseThrow(() -> StoreFailure.notFound("position to copy"));
        PositionContent content = known.findVersion(from, original.version())
                .map(PositionVersion::content)
                .orElseThrow();
        return PositionCopy.of(content, new Origin(from, original.version()));
    }

    /** What the rules say to it, without storing it. */
    public PositionReading check(Id<Clinic> clinic, PositionContent content) {
        return store.read(stores -> check(stores, clinic, content, PositionFields.OWN, 1));
    }

    /**
     * Adds a position.
     *
     * @param content with what it was copied from
     * @throws StoreFailure NOT_FOUND if that is not known
     */
    public Saved add(Act act, PositionContent content) {
        return store.write(act, stores -> {
            Id<OwnPosition> id = Id.random(ids);
            OwnPosition position =
                    new OwnPosition(id, act.clinic(), 1, 1, origin(content).toString(), content, false);
            List<PositionProblem> problems = problems(stores, position, 1);
            if (!problems.isEmpty()) {
                return new Saved.Refused(problems);
            }
            stores.positions().add(position);
            return new Saved.Done(position);
        });
    }

    /**
     * Adds a version: from then on results are a series of their own.
     *
     * @param versionSeen of the row
     * @param content the new one; what it was copied from stays what it was
     * @throws StoreFailure NOT_FOUND; OLD_VERSION or WRONG_STATE with the current {@link OwnPosition}
     */
    public Saved amend(Act act, Id<OwnPosition> id, int versionSeen, PositionContent content) {
        return store.write(act, stores -> {
            OwnPosition before = known(stores, act.clinic(), id, versionSeen);
            if (before.retired()) {
                throw StoreFailure.wrongState("own.refused.RETIRED", before);
            }
            OwnPosition after = before.with(content.with(PositionFields.BASED_ON, before.basedOn()));
            List<PositionProblem> problems = problems(stores, after, before.protocolVersion() + 1);
            if (!problems.isEmpty()) {
                return new Saved.Refused(problems);
            }
            if (after.content().equals(before.content())) {
                return new Saved.Unchanged(before);
            }
            return new Saved.Done(stores.positions().amend(after, versionSeen));
        });
    }

    /**
     * Takes it from the choice at a visit, or puts it back. Its results stay.
     *
     * @throws StoreFailure NOT_FOUND, or OLD_VERSION with the current {@link OwnPosition}
     */
    public OwnPosition retire(Act act, Id<OwnPosition> id, int versionSeen, boolean retired) {
        return store.write(act, stores -> {
            OwnPosition before = known(stores, act.clinic(), id, versionSeen);
            return before.retired() == retired
                    ? before
                    : stores.positions().amend(before.withRetired(retired), versionSeen);
        });
    }

    private static OwnPosition known(Stores stores, Id<Clinic> clinic, Id<OwnPosition> id, int versionSeen) {
        OwnPosition found =
                stores.positions().find(clinic, id).orElseThrow(() -> StoreFailure.notFound("own position " + id));
        if (found.version() != versionSeen) {
            throw StoreFailure.oldVersion("own position " + id + " is no longer version " + versionSeen, found);
        }
        return found;
    }

    private List<PositionProblem> problems(Stores stores, OwnPosition position, int protocol) {
        return check(stores, position.clinic(), position.content(), position.positionId(), protocol)
                        instanceof PositionReading.Unusable unusable
                ? unusable.problems()
                : List.of();
    }

    private PositionReading check(Stores stores, Id<Clinic> clinic, PositionContent content, String id, int protocol) {
        Origin origin = origin(content);
        TestPosition base = positions
                .find(stores, clinic, origin.id(), origin.version())
                .filter(PositionCopy::isPossible)
                .orElseThrow(() -> StoreFailure.notFound("position it was copied from"));
        return OwnPositionReader.check(content, id, protocol, base);
    }

    private static Origin origin(PositionContent content) {
        Optional<Origin> origin = content.get(PositionFields.BASED_ON).flatMap(Origin::parse);
        return origin.orElseThrow(() -> StoreFailure.notFound("position it was copied from"));
    }
}
