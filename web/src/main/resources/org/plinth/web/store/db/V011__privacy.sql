-- Consents, erasures, retention rules, and words about patients kept beside the audit chain instead of in it
-- (docs/data-format.md, section 2). What a person typed about a patient can be erased; the chain keeps its salted hash.

ALTER TABLE episode_version ADD COLUMN salt VARCHAR(32);
ALTER TABLE trial_version ADD COLUMN salt VARCHAR(32);

-- The reason of an act about a patient. Its row in audit_event has SHA-256(salt, reason); an erasure takes this row away.
CREATE TABLE audit_words (
    seq BIGINT NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    salt VARCHAR(32) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT audit_words_pk PRIMARY KEY (seq),
    CONSTRAINT audit_words_of FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id)
);
CREATE INDEX audit_words_by_patient ON audit_words (patient_id);

-- Given or withdrawn, one row each time; of several of a kind the greatest number stands. guardian: for who cannot consent herself.
CREATE TABLE consent (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    number INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    given BOOLEAN NOT NULL,
    said_on DATE NOT NULL,
    said_by VARCHAR(20) NOT NULL,
    guardian VARCHAR(200),
    text_version VARCHAR(60) NOT NULL,
    salt VARCHAR(32),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT consent_pk PRIMARY KEY (id),
    CONSTRAINT consent_order UNIQUE (patient_id, number),
    CONSTRAINT consent_of FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT consent_kind CHECK (kind IN ('TESTING', 'PHOTO', 'AUDIT', 'RESEARCH')),
    CONSTRAINT consent_by CHECK (said_by IN ('HERSELF', 'GUARDIAN')),
    CONSTRAINT consent_guardian CHECK (said_by = 'GUARDIAN' OR guardian IS NULL)
);
CREATE INDEX consent_by_clinic ON consent (clinic_id, kind);

-- The steps of an erasure: asked, confirmed by another person, cancelled or done. The greatest number of a patient stands.
CREATE TABLE erasure_step (
    patient_id UUID NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    step VARCHAR(20) NOT NULL,
    ground VARCHAR(30) NOT NULL,
    numbers_stay BOOLEAN NOT NULL,
    due_at TIMESTAMP(6) WITH TIME ZONE,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT erasure_step_pk PRIMARY KEY (patient_id, number),
    CONSTRAINT erasure_step_of FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT erasure_step_step CHECK (step IN ('ASKED', 'CONFIRMED', 'CANCELLED', 'DONE')),
    CONSTRAINT erasure_step_ground CHECK (ground IN ('NO_LONGER_NEEDED', 'CONSENT_WITHDRAWN', 'OBJECTED', 'UNLAWFUL',
        'LEGAL_DUTY')),
    CONSTRAINT erasure_step_due CHECK ((step = 'CONFIRMED') = (due_at IS NOT NULL))
);
CREATE INDEX erasure_step_by_clinic ON erasure_step (clinic_id);

-- How long a clinic keeps what; of several rows the greatest number stands, and NULL is no rule.
CREATE TABLE retention_rule (
    clinic_id UUID NOT NULL,
    number INTEGER NOT NULL,
    years_after_last_visit INTEGER,
    minors_until_age INTEGER,
    source VARCHAR(300) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT retention_rule_pk PRIMARY KEY (clinic_id, number),
    CONSTRAINT retention_rule_of FOREIGN KEY (clinic_id) REFERENCES clinic (id),
    CONSTRAINT retention_rule_years CHECK (years_after_last_visit BETWEEN 1 AND 100),
    CONSTRAINT retention_rule_age CHECK (minors_until_age BETWEEN 18 AND 50)
);
