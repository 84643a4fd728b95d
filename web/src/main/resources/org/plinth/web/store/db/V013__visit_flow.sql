-- What is settled before the first effort of a visit (docs/data-format.md, section 2): screening, and how each leg is set up.
-- Rows are added, never changed; of several the greatest number stands. An erasure deletes them.

-- yes_to: ids of the questions answered with "yes", between commas; all others of that form and version were "no".
CREATE TABLE screening (
    visit_id UUID NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    form VARCHAR(60) NOT NULL,
    form_version INTEGER NOT NULL,
    yes_to VARCHAR(1000) NOT NULL,
    agreed BOOLEAN NOT NULL,
    goes_on BOOLEAN NOT NULL,
    salt VARCHAR(32) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT screening_pk PRIMARY KEY (visit_id, number),
    CONSTRAINT screening_of FOREIGN KEY (visit_id, patient_id, clinic_id) REFERENCES visit (id, patient_id, clinic_id),
    CONSTRAINT screening_first CHECK (number >= 1),
    CONSTRAINT screening_agreed CHECK (agreed = TRUE OR goes_on = FALSE),
    CONSTRAINT screening_why CHECK (goes_on = FALSE OR yes_to = '' OR reason <> '')
);
CREATE INDEX screening_by_patient ON screening (patient_id);

-- How one leg was set up in a position test. Lengths in mm, angles in degrees with 0 straight.
CREATE TABLE side_set_up (
    test_id UUID NOT NULL,
    side VARCHAR(5) NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    strap_hole VARCHAR(60),
    anchor VARCHAR(60),
    wedge VARCHAR(60),
    pad_height_mm INTEGER,
    lever_mm INTEGER,
    hip_deg INTEGER,
    knee_deg INTEGER,
    salt VARCHAR(32) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT side_set_up_pk PRIMARY KEY (test_id, side, number),
    CONSTRAINT side_set_up_of FOREIGN KEY (test_id) REFERENCES position_test (id),
    CONSTRAINT side_set_up_whose FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT side_set_up_first CHECK (number >= 1),
    CONSTRAINT side_set_up_side CHECK (side IN ('LEFT', 'RIGHT')),
    CONSTRAINT side_set_up_lever CHECK (lever_mm BETWEEN 50 AND 1000),
    CONSTRAINT side_set_up_pad CHECK (pad_height_mm BETWEEN 0 AND 2000),
    CONSTRAINT side_set_up_hip CHECK (hip_deg BETWEEN -30 AND 150),
    CONSTRAINT side_set_up_knee CHECK (knee_deg BETWEEN -30 AND 160)
);
CREATE INDEX side_set_up_by_patient ON side_set_up (patient_id);

-- Which recording of one patient was made one of another patient's test, because it was recorded under the wrong name. Holds
-- ids alone: reasons stand with the audit chain, and what counts stands in the decisions about efforts.
CREATE TABLE recording_moved (
    to_recording_id UUID NOT NULL,
    from_recording_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    CONSTRAINT recording_moved_pk PRIMARY KEY (to_recording_id),
    CONSTRAINT recording_moved_to FOREIGN KEY (to_recording_id) REFERENCES recording (id),
    CONSTRAINT recording_moved_from FOREIGN KEY (from_recording_id) REFERENCES recording (id),
    CONSTRAINT recording_moved_other CHECK (to_recording_id <> from_recording_id)
);
CREATE INDEX recording_moved_by_from ON recording_moved (from_recording_id);
