-- Data from other programs (docs/data-format.md, sections 2 and 34).

-- A file that somebody sent. Its name is not kept: it may name a patient.
CREATE TABLE import_batch (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    kind VARCHAR(40) NOT NULL,
    file_sha256 VARCHAR(64) NOT NULL,
    file_bytes BIGINT NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT import_batch_pk PRIMARY KEY (id),
    CONSTRAINT import_batch_of_clinic UNIQUE (id, clinic_id),
    CONSTRAINT import_batch_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
    CONSTRAINT import_batch_kind CHECK (kind <> '')
);
CREATE INDEX import_batch_by_file ON import_batch (clinic_id, file_sha256);

-- answers: a canonical JSON object of texts by question. rows_sha256: of what was read, whatever the line ends; '' before it is in.
CREATE TABLE import_batch_version (
    batch_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    state VARCHAR(10) NOT NULL,
    answers VARCHAR(8000) NOT NULL,
    rows_sha256 VARCHAR(64) NOT NULL,
    taken INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT import_batch_version_pk PRIMARY KEY (batch_id, version),
    CONSTRAINT import_batch_version_of FOREIGN KEY (batch_id, clinic_id) REFERENCES import_batch (id, clinic_id),
    CONSTRAINT import_batch_version_first CHECK (version >= 1),
    CONSTRAINT import_batch_version_state CHECK (state IN ('PREVIEW', 'IN', 'DROPPED', 'UNDONE')),
    CONSTRAINT import_batch_version_counts CHECK (taken >= 0 AND left_out >= 0),
    CONSTRAINT import_batch_version_why CHECK (state <> 'UNDONE' OR reason <> '')
);
CREATE INDEX import_batch_version_by_rows ON import_batch_version (clinic_id, rows_sha256);

-- The bytes of a file that is looked at, in pieces. They go when it is taken in or thrown away, and after a week.
CREATE TABLE import_file (
    batch_id UUID NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    content BYTEA NOT NULL,
    CONSTRAINT import_file_pk PRIMARY KEY (batch_id, number),
    CONSTRAINT import_file_of FOREIGN KEY (batch_id, clinic_id) REFERENCES import_batch (id, clinic_id)
);

-- One thing that came in. content_sha256 tells it from others; an erasure empties it.
CREATE TABLE import_item (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    batch_id UUID NOT NULL,
    number INTEGER NOT NULL,
    kind VARCHAR(40) NOT NULL,
    member INTEGER NOT NULL,
    line BIGINT NOT NULL,
    content_sha256 VARCHAR(64) NOT NULL,
    has_curve BOOLEAN NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT import_item_pk PRIMARY KEY (id),
    CONSTRAINT import_item_of_clinic UNIQUE (id, clinic_id),
    CONSTRAINT import_item_number UNIQUE (batch_id, number),
    CONSTRAINT import_item_batch FOREIGN KEY (batch_id, clinic_id) REFERENCES import_batch (id, clinic_id)
);
CREATE INDEX import_item_by_content ON import_item (clinic_id, content_sha256);

-- What became of it. patient_id is empty while nobody has said whose it is.
CREATE TABLE import_item_version (
    item_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID,
    entry_id UUID,
    state VARCHAR(10) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT import_item_version_pk PRIMARY KEY (item_id, version),
    CONSTRAINT import_item_version_of FOREIGN KEY (item_id, clinic_id) REFERENCES import_item (id, clinic_id),
    CONSTRAINT import_item_version_whose FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT import_item_version_first CHECK (version >= 1),
    CONSTRAINT import_item_version_state CHECK (state IN ('TRAY', 'ASSIGNED', 'DISCARDED', 'TAKEN_BACK')),
    CONSTRAINT import_item_version_hers CHECK (state <> 'ASSIGNED' OR patient_id IS NOT NULL)
);
CREATE INDEX import_item_version_by_patient ON import_item_version (patient_id);
CREATE INDEX import_item_version_by_state ON import_item_version (clinic_id, state);

-- What the file says of it: a canonical JSON object of texts. Goes when it is thrown away or taken back.
CREATE TABLE import_item_words (
    item_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    data VARCHAR(8000) NOT NULL,
    CONSTRAINT import_item_words_pk PRIMARY KEY (item_id),
    CONSTRAINT import_item_words_of FOREIGN KEY (item_id, clinic_id) REFERENCES import_item (id, clinic_id)
);

-- Its samples, packed with gzip, in pieces: time [µs] and force [N] as text.
CREATE TABLE import_curve (
    item_id UUID NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    content BYTEA NOT NULL,
    CONSTRAINT import_curve_pk PRIMARY KEY (item_id, number),
    CONSTRAINT import_curve_of FOREIGN KEY (item_id, clinic_id) REFERENCES import_item (id, clinic_id)
);

-- Numbers by which other systems know a patient. Rows are added; an erasure deletes them.
CREATE TABLE patient_identifier (
    patient_id UUID NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    identifier VARCHAR(200) NOT NULL,
    folded VARCHAR(200) NOT NULL,
    salt VARCHAR(32) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT patient_identifier_pk PRIMARY KEY (patient_id, number),
    CONSTRAINT patient_identifier_whose FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id)
);
CREATE INDEX patient_identifier_by_number ON patient_identifier (clinic_id, folded);
