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
