package org.plinth.web.export;

import org.plinth.web.audit.Checkpoints;
import org.plinth.web.capture.RawForce;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;

/**
 * What an export is made from.
 *
 * @param store the database
 * @param raw what recordings held
 * @param positions the bundled positions and a clinic's own
 * @param pseudonyms for whoever must not be named
 * @param checkpoints whose key signs
 * @param texts words of dictionaries and read-me files
 */
public record ExportGround(
        Store store,
        RawForce raw,
        ClinicPositions positions,
        Pseudonyms pseudonyms,
        Checkpoints checkpoints,
        Texts texts) {}
