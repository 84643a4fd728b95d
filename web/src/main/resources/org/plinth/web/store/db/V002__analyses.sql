-- A recording may be analysed again: by a newer engine, or because a stored number does not follow from its journal
-- (docs/data-format.md, section 2). Every trial counts its analyses from 1. The first one's boundaries stand in trial,
-- those of later ones here; a version of a trial says which analysis it rests on. Nothing is overwritten.

ALTER TABLE trial_version ADD COLUMN analysis INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE measurement ADD COLUMN analysis INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE measurement DROP CONSTRAINT measurement_pk;
ALTER TABLE measurement ADD CONSTRAINT measurement_pk PRIMARY KEY (trial_id, analysis, engine_version, metric);

CREATE TABLE trial_analysis (
    trial_id UUID NOT NULL,
    analysis INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    engine_version VARCHAR(40) NOT NULL,
    onset_us BIGINT NOT NULL,
    end_us BIGINT NOT NULL,
    first_index INTEGER NOT NULL,
    peak_index INTEGER NOT NULL,
    last_index INTEGER NOT NULL,
    baseline_n DOUBLE PRECISION NOT NULL,
    baseline_noise_n DOUBLE PRECISION NOT NULL,
    quiet_baseline BOOLEAN NOT NULL,
    plateau_start_us BIGINT NOT NULL,
    plateau_end_us BIGINT NOT NULL,
    flags VARCHAR(200) NOT NULL,
    rejection VARCHAR(40),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT trial_analysis_pk PRIMARY KEY (trial_id, analysis),
    CONSTRAINT trial_analysis_of FOREIGN KEY (trial_id) REFERENCES trial (id),
    CONSTRAINT trial_analysis_later CHECK (analysis > 1),
    CONSTRAINT trial_analysis_times CHECK (onset_us <= end_us AND plateau_start_us <= plateau_end_us)
);
