-- Testing at the plinth (docs/data-format.md, section 2).

-- Under what the patient worked while a recording was made; no row where nobody could tell. cues: names with commas between.
CREATE TABLE recording_feedback (
    recording_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    tones BOOLEAN NOT NULL,
    voice BOOLEAN NOT NULL,
    cues VARCHAR(100) NOT NULL,
    patient_sees BOOLEAN NOT NULL,
    CONSTRAINT recording_feedback_pk PRIMARY KEY (recording_id),
    CONSTRAINT recording_feedback_of FOREIGN KEY (recording_id) REFERENCES recording (id)
);

-- Values without a raw record: read from a display and typed, or by stopwatch or counter. displayed in display_unit; measured in N, s
-- or repetitions. device: words, which an erasure takes away.
CREATE TABLE typed_reading (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    visit_id UUID NOT NULL,
    position_id VARCHAR(60) NOT NULL,
    protocol_version INTEGER NOT NULL,
    side VARCHAR(5) NOT NULL,
    fixation VARCHAR(20),
    quantity VARCHAR(20) NOT NULL,
    source VARCHAR(20) NOT NULL,
    device VARCHAR(100) NOT NULL,
    display_unit VARCHAR(20) NOT NULL,
    displayed DOUBLE PRECISION NOT NULL,
    measured DOUBLE PRECISION NOT NULL,
    capped BOOLEAN NOT NULL,
    warnings INTEGER NOT NULL,
    pain INTEGER,
    second_reader UUID,
    salt VARCHAR(32),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    CONSTRAINT typed_reading_pk PRIMARY KEY (id),
    CONSTRAINT typed_reading_visit FOREIGN KEY (visit_id, patient_id, clinic_id)
        REFERENCES visit (id, patient_id, clinic_id),
    CONSTRAINT typed_reading_reader FOREIGN KEY (second_reader, clinic_id) REFERENCES account (id, clinic_id),
    CONSTRAINT typed_reading_side CHECK (side IN ('LEFT', 'RIGHT')),
    CONSTRAINT typed_reading_fixation CHECK (fixation IN ('RIG', 'BELT', 'HAND_HELD')),
    CONSTRAINT typed_reading_quantity CHECK (quantity IN ('FORCE', 'HOLD_TIME', 'REPETITIONS')),
    CONSTRAINT typed_reading_force CHECK ((quantity = 'FORCE') = (fixation IS NOT NULL)),
    CONSTRAINT typed_reading_source CHECK (source IN ('TYPED', 'CLOCK')),
    CONSTRAINT typed_reading_measured CHECK (measured > 0),
    CONSTRAINT typed_reading_pain CHECK (pain BETWEEN 0 AND 10)
);
CREATE INDEX typed_reading_by_visit ON typed_reading (visit_id);
CREATE INDEX typed_reading_by_patient ON typed_reading (patient_id);

CREATE TABLE typed_reading_withdrawn (
    reading_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT typed_reading_withdrawn_pk PRIMARY KEY (reading_id),
    CONSTRAINT typed_reading_withdrawn_of FOREIGN KEY (reading_id) REFERENCES typed_reading (id)
);
