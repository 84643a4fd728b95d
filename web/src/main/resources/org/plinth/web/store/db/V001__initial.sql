-- The first schema (docs/data-format.md, section 2). The same statements run on H2 and on PostgreSQL.
-- Forces are newtons (_n), device times µs (_us). What is not known is NULL, never 0.
-- Composite foreign keys carry clinic and patient along: a row cannot hang below another patient's.

CREATE TABLE clinic (
    id UUID NOT NULL,
    name VARCHAR(200) NOT NULL,
    zone VARCHAR(60) NOT NULL,
    display_unit VARCHAR(20) NOT NULL,
    threshold_pct DOUBLE PRECISION NOT NULL,
    sample BOOLEAN NOT NULL,
    CONSTRAINT clinic_pk PRIMARY KEY (id),
    CONSTRAINT clinic_threshold CHECK (threshold_pct > 0 AND threshold_pct <= 200),
    CONSTRAINT clinic_unit CHECK (display_unit IN ('NEWTON', 'KILOGRAM_FORCE', 'POUND_FORCE'))
);

CREATE TABLE patient (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT patient_pk PRIMARY KEY (id),
    CONSTRAINT patient_of_clinic UNIQUE (id, clinic_id),
    CONSTRAINT patient_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id)
);

-- salt: goes into the hash that stands in the audit chain for these personal fields
CREATE TABLE patient_version (
    patient_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    given_name VARCHAR(200) NOT NULL,
    family_name VARCHAR(200) NOT NULL,
    search_name VARCHAR(401) NOT NULL,
    birth_date DATE NOT NULL,
    body_mass_kg DOUBLE PRECISION,
    body_mass_on DATE,
    salt VARCHAR(32) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT patient_version_pk PRIMARY KEY (patient_id, version),
    CONSTRAINT patient_version_of FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT patient_version_mass CHECK (body_mass_kg > 0)
);
CREATE INDEX patient_version_name ON patient_version (clinic_id, search_name);

CREATE TABLE patient_key (
    id UUID NOT NULL,
    patient_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    wrap VARCHAR(20) NOT NULL,
    wrapped VARCHAR(200) NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT patient_key_pk PRIMARY KEY (id),
    CONSTRAINT patient_key_one UNIQUE (patient_id),
    CONSTRAINT patient_key_of FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id)
);

CREATE TABLE account (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    login VARCHAR(200) NOT NULL,
    display_name VARCHAR(200) NOT NULL,
    role VARCHAR(20) NOT NULL,
    patient_id UUID,
    disabled BOOLEAN NOT NULL,
    password_hash VARCHAR(200) NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (id),
    CONSTRAINT account_login UNIQUE (login),
    CONSTRAINT account_of_clinic UNIQUE (id, clinic_id),
    CONSTRAINT account_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
    CONSTRAINT account_patient FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT account_role CHECK (role IN ('ADMINISTRATOR', 'CLINICIAN', 'PATIENT', 'AUDITOR')),
    CONSTRAINT account_patient_role CHECK ((role = 'PATIENT') = (patient_id IS NOT NULL))
);
CREATE INDEX account_by_clinic ON account (clinic_id);
CREATE INDEX account_by_patient ON account (patient_id);

CREATE TABLE login_session (
    token_hash VARCHAR(64) NOT NULL,
    clinic_id UUID NOT NULL,
    account_id UUID NOT NULL,
    opened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT login_session_pk PRIMARY KEY (token_hash),
    CONSTRAINT login_session_of FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id)
);
CREATE INDEX login_session_by_account ON login_session (account_id);

CREATE TABLE setup_token (
    token_hash VARCHAR(64) NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT setup_token_pk PRIMARY KEY (token_hash)
);

CREATE TABLE episode (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT episode_pk PRIMARY KEY (id),
    CONSTRAINT episode_of_patient UNIQUE (id, patient_id, clinic_id),
    CONSTRAINT episode_patient FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id)
);
CREATE INDEX episode_by_patient ON episode (patient_id);
CREATE INDEX episode_by_clinic ON episode (clinic_id);

CREATE TABLE episode_version (
    episode_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    problem VARCHAR(500) NOT NULL,
    involvement VARCHAR(20) NOT NULL,
    opened_on DATE NOT NULL,
    treatment_started_on DATE,
    closed_on DATE,
    close_reason VARCHAR(500),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT episode_version_pk PRIMARY KEY (episode_id, version),
    CONSTRAINT episode_version_of FOREIGN KEY (episode_id) REFERENCES episode (id),
    CONSTRAINT episode_version_side CHECK (involvement IN ('LEFT', 'RIGHT', 'BILATERAL')),
    CONSTRAINT episode_version_days CHECK (closed_on >= opened_on)
);

CREATE TABLE visit (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    episode_id UUID NOT NULL,
    visit_date DATE NOT NULL,
    zone VARCHAR(60) NOT NULL,
    started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT visit_pk PRIMARY KEY (id),
    CONSTRAINT visit_of_patient UNIQUE (id, patient_id, clinic_id),
    CONSTRAINT visit_episode FOREIGN KEY (episode_id, patient_id, clinic_id)
        REFERENCES episode (id, patient_id, clinic_id)
);
CREATE INDEX visit_by_time ON visit (clinic_id, started_at);
CREATE INDEX visit_by_patient ON visit (patient_id, started_at);
CREATE INDEX visit_by_episode ON visit (episode_id, started_at);

CREATE TABLE visit_version (
    visit_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    clinician_id UUID NOT NULL,
    closed BOOLEAN NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT visit_version_pk PRIMARY KEY (visit_id, version),
    CONSTRAINT visit_version_of FOREIGN KEY (visit_id) REFERENCES visit (id),
    CONSTRAINT visit_version_clinician FOREIGN KEY (clinician_id, clinic_id) REFERENCES account (id, clinic_id)
);

CREATE TABLE sensor (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    driver_id VARCHAR(60) NOT NULL,
    serial VARCHAR(100) NOT NULL,
    label VARCHAR(100) NOT NULL,
    CONSTRAINT sensor_pk PRIMARY KEY (id),
    CONSTRAINT sensor_of_clinic UNIQUE (id, clinic_id),
    CONSTRAINT sensor_serial UNIQUE (clinic_id, driver_id, serial),
    CONSTRAINT sensor_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id)
);

CREATE TABLE calibration (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    sensor_id UUID NOT NULL,
    newtons_per_unit DOUBLE PRECISION NOT NULL,
    intercept_n DOUBLE PRECISION NOT NULL,
    valid_from TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    valid_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    CONSTRAINT calibration_pk PRIMARY KEY (id),
    CONSTRAINT calibration_sensor FOREIGN KEY (sensor_id, clinic_id) REFERENCES sensor (id, clinic_id),
    CONSTRAINT calibration_slope CHECK (newtons_per_unit <> 0),
    CONSTRAINT calibration_validity CHECK (valid_from < valid_until)
);
CREATE INDEX calibration_by_sensor ON calibration (sensor_id, valid_from);

CREATE TABLE position_test (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    visit_id UUID NOT NULL,
    position_id VARCHAR(60) NOT NULL,
    protocol_version INTEGER NOT NULL,
    fixation VARCHAR(20) NOT NULL,
    stabilisation VARCHAR(60) NOT NULL,
    sensor_site VARCHAR(60) NOT NULL,
    sensor_id UUID NOT NULL,
    first_side VARCHAR(5) NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT position_test_pk PRIMARY KEY (id),
    CONSTRAINT position_test_of_visit UNIQUE (id, visit_id, patient_id, clinic_id),
    CONSTRAINT position_test_visit FOREIGN KEY (visit_id, patient_id, clinic_id)
        REFERENCES visit (id, patient_id, clinic_id),
    CONSTRAINT position_test_sensor FOREIGN KEY (sensor_id, clinic_id) REFERENCES sensor (id, clinic_id),
    CONSTRAINT position_test_fixation CHECK (fixation IN ('RIG', 'BELT', 'HAND_HELD')),
    CONSTRAINT position_test_side CHECK (first_side IN ('LEFT', 'RIGHT'))
);
CREATE INDEX position_test_by_visit ON position_test (visit_id);
CREATE INDEX position_test_by_patient ON position_test (patient_id);

CREATE TABLE recording (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    visit_id UUID NOT NULL,
    test_id UUID NOT NULL,
    driver_id VARCHAR(60) NOT NULL,
    driver_version INTEGER NOT NULL,
    calibration_id VARCHAR(32) NOT NULL,
    started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT recording_pk PRIMARY KEY (id),
    CONSTRAINT recording_test FOREIGN KEY (test_id, visit_id, patient_id, clinic_id)
        REFERENCES position_test (id, visit_id, patient_id, clinic_id)
);
CREATE INDEX recording_by_test ON recording (test_id, started_at);
CREATE INDEX recording_by_visit ON recording (visit_id);

-- The ledger's columns are all NULL until it is known; ledger_lost stays NULL where a loss cannot be counted.
CREATE TABLE recording_version (
    recording_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    side VARCHAR(5) NOT NULL,
    state VARCHAR(20) NOT NULL,
    seal_sha256 VARCHAR(64),
    journal_bytes BIGINT,
    ledger_packets BIGINT,
    ledger_received BIGINT,
    ledger_lost BIGINT,
    ledger_duplicated BIGINT,
    ledger_late BIGINT,
    ledger_malformed BIGINT,
    ledger_missing BIGINT,
    ledger_boundary_gaps BIGINT,
    ledger_longest_silence_us BIGINT,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT recording_version_pk PRIMARY KEY (recording_id, version),
    CONSTRAINT recording_version_of FOREIGN KEY (recording_id) REFERENCES recording (id),
    CONSTRAINT recording_version_side CHECK (side IN ('LEFT', 'RIGHT')),
    CONSTRAINT recording_version_state CHECK (state IN ('OPEN', 'CLOSED', 'INTERRUPTED')),
    CONSTRAINT recording_version_seal CHECK ((seal_sha256 IS NULL) = (journal_bytes IS NULL)),
    CONSTRAINT recording_version_closed CHECK (state <> 'CLOSED' OR seal_sha256 IS NOT NULL)
);
CREATE INDEX recording_version_state_of ON recording_version (state, recording_id);

CREATE TABLE trial (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    recording_id UUID NOT NULL,
    effort_number INTEGER NOT NULL,
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
    head_version INTEGER NOT NULL,
    CONSTRAINT trial_pk PRIMARY KEY (id),
    CONSTRAINT trial_times CHECK (onset_us <= end_us AND plateau_start_us <= plateau_end_us),
    CONSTRAINT trial_once UNIQUE (recording_id, effort_number),
    CONSTRAINT trial_recording FOREIGN KEY (recording_id) REFERENCES recording (id)
);

CREATE TABLE trial_version (
    trial_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    state VARCHAR(20) NOT NULL,
    exclusion_reason VARCHAR(1000),
    pain INTEGER,
    engine_version VARCHAR(40) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT trial_version_pk PRIMARY KEY (trial_id, version),
    CONSTRAINT trial_version_of FOREIGN KEY (trial_id) REFERENCES trial (id),
    CONSTRAINT trial_version_state CHECK (state IN ('CANDIDATE', 'ACCEPTED', 'EXCLUDED')),
    CONSTRAINT trial_version_why CHECK ((state = 'EXCLUDED') = (exclusion_reason IS NOT NULL)),
    CONSTRAINT trial_version_pain CHECK (pain BETWEEN 0 AND 10)
);

-- A number or the reason why not, never both, never neither.
CREATE TABLE measurement (
    trial_id UUID NOT NULL,
    engine_version VARCHAR(40) NOT NULL,
    metric VARCHAR(60) NOT NULL,
    metric_version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    measured DOUBLE PRECISION,
    withheld VARCHAR(40),
    CONSTRAINT measurement_pk PRIMARY KEY (trial_id, engine_version, metric),
    CONSTRAINT measurement_trial FOREIGN KEY (trial_id) REFERENCES trial (id),
    CONSTRAINT measurement_either CHECK ((measured IS NULL) <> (withheld IS NULL))
);

CREATE TABLE result (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    visit_id UUID NOT NULL,
    test_id UUID NOT NULL,
    side VARCHAR(5) NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT result_pk PRIMARY KEY (id),
    CONSTRAINT result_of_side UNIQUE (test_id, side),
    CONSTRAINT result_test FOREIGN KEY (test_id, visit_id, patient_id, clinic_id)
        REFERENCES position_test (id, visit_id, patient_id, clinic_id),
    CONSTRAINT result_side CHECK (side IN ('LEFT', 'RIGHT'))
);
CREATE INDEX result_by_patient ON result (patient_id);
CREATE INDEX result_by_visit ON result (visit_id);

-- A withdrawn version says that the side has no accepted effort any more: it has no value.
CREATE TABLE result_version (
    result_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    tested_at TIMESTAMP(6) WITH TIME ZONE,
    series_key VARCHAR(1000),
    k INTEGER,
    best_n DOUBLE PRECISION,
    mean_n DOUBLE PRECISION,
    cv_pct DOUBLE PRECISION,
    flags VARCHAR(300),
    efforts_made INTEGER,
    efforts_kept INTEGER,
    input_hash VARCHAR(64),
    sensor VARCHAR(100),
    firmware VARCHAR(100),
    calibration_id VARCHAR(32),
    clinician VARCHAR(32),
    engine_version VARCHAR(40),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT result_version_pk PRIMARY KEY (result_id, version),
    CONSTRAINT result_version_of FOREIGN KEY (result_id) REFERENCES result (id),
    CONSTRAINT result_version_value CHECK (withdrawn = (best_n IS NULL)),
    CONSTRAINT result_version_whole CHECK (withdrawn OR (tested_at IS NOT NULL AND series_key IS NOT NULL
        AND k IS NOT NULL AND mean_n IS NOT NULL AND flags IS NOT NULL AND efforts_made IS NOT NULL
        AND efforts_kept IS NOT NULL AND input_hash IS NOT NULL AND sensor IS NOT NULL AND firmware IS NOT NULL
        AND calibration_id IS NOT NULL AND clinician IS NOT NULL AND engine_version IS NOT NULL)),
    CONSTRAINT result_version_k CHECK (k >= 1)
);

-- A symmetry with its state, or a refusal, never both, never neither.
CREATE TABLE symmetry_version (
    test_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    visit_id UUID NOT NULL,
    refused VARCHAR(40),
    injured VARCHAR(5),
    k INTEGER,
    lsi_pct DOUBLE PRECISION,
    lsi_mean_pct DOUBLE PRECISION,
    lsi_net_pct DOUBLE PRECISION,
    low95_pct DOUBLE PRECISION,
    high95_pct DOUBLE PRECISION,
    low80_pct DOUBLE PRECISION,
    high80_pct DOUBLE PRECISION,
    chance_at_least_threshold DOUBLE PRECISION,
    state VARCHAR(20),
    threshold_pct DOUBLE PRECISION,
    sem_pct DOUBLE PRECISION,
    sem_source VARCHAR(200),
    sem_provisional BOOLEAN,
    flags VARCHAR(300),
    engine_version VARCHAR(40) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT symmetry_version_pk PRIMARY KEY (test_id, version),
    CONSTRAINT symmetry_version_test FOREIGN KEY (test_id, visit_id, patient_id, clinic_id)
        REFERENCES position_test (id, visit_id, patient_id, clinic_id),
    CONSTRAINT symmetry_version_either CHECK ((refused IS NULL) <> (lsi_pct IS NULL)),
    CONSTRAINT symmetry_version_whole CHECK (lsi_pct IS NULL OR (injured IS NOT NULL AND k IS NOT NULL
        AND lsi_mean_pct IS NOT NULL AND state IS NOT NULL AND threshold_pct IS NOT NULL AND flags IS NOT NULL)),
    CONSTRAINT symmetry_version_state CHECK (state IN ('MET', 'NOT_MET', 'CANNOT_TELL')),
    CONSTRAINT symmetry_version_side CHECK (injured IN ('LEFT', 'RIGHT')),
    CONSTRAINT symmetry_version_interval CHECK ((low95_pct IS NULL) = (high95_pct IS NULL)
        AND (low95_pct IS NULL) = (low80_pct IS NULL) AND (low95_pct IS NULL) = (high80_pct IS NULL)
        AND (low95_pct IS NULL) = (chance_at_least_threshold IS NULL)),
    CONSTRAINT symmetry_version_error CHECK ((sem_pct IS NULL) = (sem_source IS NULL)
        AND (sem_pct IS NULL) = (sem_provisional IS NULL)),
    CONSTRAINT symmetry_version_decided CHECK (low95_pct IS NOT NULL OR state IS NULL OR state = 'CANNOT_TELL')
);
CREATE INDEX symmetry_version_by_patient ON symmetry_version (patient_id);
CREATE INDEX symmetry_version_by_visit ON symmetry_version (visit_id);

CREATE TABLE request_done (
    clinic_id UUID NOT NULL,
    request_id VARCHAR(100) NOT NULL,
    subject VARCHAR(100) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT request_done_pk PRIMARY KEY (clinic_id, request_id)
);

CREATE TABLE audit_event (
    seq BIGINT NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    clinic_id UUID NOT NULL,
    actor UUID NOT NULL,
    action VARCHAR(60) NOT NULL,
    subject VARCHAR(100) NOT NULL,
    before_json VARCHAR(8000),
    after_json VARCHAR(8000),
    reason VARCHAR(1000) NOT NULL,
    from_where VARCHAR(200) NOT NULL,
    prev_hash VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    CONSTRAINT audit_event_pk PRIMARY KEY (seq)
);
CREATE INDEX audit_event_by_clinic ON audit_event (clinic_id, seq);
CREATE INDEX audit_event_by_subject ON audit_event (subject, seq);

-- One row: its lock orders all writers of the chain.
CREATE TABLE audit_head (
    id INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    CONSTRAINT audit_head_pk PRIMARY KEY (id),
    CONSTRAINT audit_head_one CHECK (id = 1)
);
INSERT INTO audit_head (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
