-- What is noted in the course of an episode and is no strength test (docs/data-format.md, section 2): pain, scores, prescriptions,
-- events, goals. What a kind may hold is the program's business.

CREATE TABLE episode_entry (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    episode_id UUID NOT NULL,
    kind VARCHAR(40) NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT episode_entry_pk PRIMARY KEY (id),
    CONSTRAINT episode_entry_of_clinic UNIQUE (id, clinic_id),
    CONSTRAINT episode_entry_episode FOREIGN KEY (episode_id, patient_id, clinic_id)
        REFERENCES episode (id, patient_id, clinic_id),
    CONSTRAINT episode_entry_kind CHECK (kind <> '')
);
CREATE INDEX episode_entry_by_episode ON episode_entry (episode_id);
CREATE INDEX episode_entry_by_patient ON episode_entry (patient_id);

-- data: a canonical JSON object of texts by field. One that was taken back stays, with why. An erasure deletes the rows of both.
CREATE TABLE episode_entry_version (
    entry_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    on_date DATE NOT NULL,
    data VARCHAR(8000) NOT NULL,
    removed BOOLEAN NOT NULL,
    salt VARCHAR(32) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT episode_entry_version_pk PRIMARY KEY (entry_id, version),
    CONSTRAINT episode_entry_version_of FOREIGN KEY (entry_id, clinic_id) REFERENCES episode_entry (id, clinic_id),
    CONSTRAINT episode_entry_version_first CHECK (version >= 1),
    CONSTRAINT episode_entry_version_why CHECK (removed = FALSE OR reason <> '')
);
CREATE INDEX episode_entry_version_by_day ON episode_entry_version (clinic_id, on_date);
