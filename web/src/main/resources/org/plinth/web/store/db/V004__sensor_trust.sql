-- Calibrations with all that stands behind them, checks, and what happened to sensors (docs/data-format.md, section 2).
-- Nothing here is changed but the head of a run in progress; whether a result may be trusted is worked out when it is read.

-- Weights and other references that the clinic owns. A new certificate is a new row.
CREATE TABLE reference_mass (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    label VARCHAR(60) NOT NULL,
    certificate VARCHAR(200) NOT NULL,
    certified_on DATE,
    nominal_kg DOUBLE PRECISION NOT NULL,
    conventional_kg DOUBLE PRECISION NOT NULL,
    uncertainty_kg DOUBLE PRECISION NOT NULL,
    coverage_factor DOUBLE PRECISION NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT reference_mass_pk PRIMARY KEY (id),
    CONSTRAINT reference_mass_of_clinic UNIQUE (id, clinic_id),
    CONSTRAINT reference_mass_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
    CONSTRAINT reference_mass_amount CHECK (nominal_kg > 0 AND conventional_kg > 0 AND uncertainty_kg > 0
        AND uncertainty_kg < conventional_kg AND coverage_factor >= 1 AND coverage_factor <= 4)
);
CREATE INDEX reference_mass_by_clinic ON reference_mass (clinic_id, nominal_kg);

CREATE TABLE calibration_run (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    sensor_id UUID NOT NULL,
    started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT calibration_run_pk PRIMARY KEY (id),
    CONSTRAINT calibration_run_of_clinic UNIQUE (id, clinic_id),
    CONSTRAINT calibration_run_sensor FOREIGN KEY (sensor_id, clinic_id) REFERENCES sensor (id, clinic_id)
);
CREATE INDEX calibration_run_by_sensor ON calibration_run (sensor_id, started_at);

-- gravity_mps2 is what counts; latitude and height are NULL where it was typed.
CREATE TABLE calibration_run_version (
    run_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    state VARCHAR(20) NOT NULL,
    mode VARCHAR(10) NOT NULL,
    reading_unit VARCHAR(20) NOT NULL,
    sensor_model VARCHAR(200) NOT NULL,
    serial VARCHAR(100) NOT NULL,
    firmware VARCHAR(100) NOT NULL,
    attachments VARCHAR(1000) NOT NULL,
    place VARCHAR(200) NOT NULL,
    latitude_deg DOUBLE PRECISION,
    height_m DOUBLE PRECISION,
    gravity_mps2 DOUBLE PRECISION NOT NULL,
    gravity_u_rel DOUBLE PRECISION NOT NULL,
    gravity_source VARCHAR(30) NOT NULL,
    air_density DOUBLE PRECISION NOT NULL,
    mass_density DOUBLE PRECISION NOT NULL,
    celsius DOUBLE PRECISION,
    celsius_span DOUBLE PRECISION,
    humidity_pct DOUBLE PRECISION,
    pressure_hpa DOUBLE PRECISION,
    model VARCHAR(20) NOT NULL,
    calibration_id UUID,
    certificate VARCHAR(60),
    as_found VARCHAR(20),
    as_left VARCHAR(20),
    fit_json VARCHAR(100000),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT calibration_run_version_pk PRIMARY KEY (run_id, version),
    CONSTRAINT calibration_run_version_of FOREIGN KEY (run_id, clinic_id) REFERENCES calibration_run (id, clinic_id),
    CONSTRAINT calibration_run_version_calibration FOREIGN KEY (calibration_id) REFERENCES calibration (id),
    CONSTRAINT calibration_run_version_state CHECK (state IN ('OPEN', 'ACCEPTED', 'REJECTED')),
    CONSTRAINT calibration_run_version_accepted CHECK ((state = 'ACCEPTED') = (calibration_id IS NOT NULL)),
    CONSTRAINT calibration_run_version_certified CHECK ((state = 'ACCEPTED') = (certificate IS NOT NULL)),
    CONSTRAINT calibration_run_version_place CHECK ((latitude_deg IS NULL) = (height_m IS NULL)),
    CONSTRAINT calibration_run_version_number UNIQUE (clinic_id, certificate)
);
CREATE INDEX calibration_run_version_by_calibration ON calibration_run_version (calibration_id);

CREATE TABLE calibration_run_mass (
    run_id UUID NOT NULL,
    version INTEGER NOT NULL,
    mass_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    CONSTRAINT calibration_run_mass_pk PRIMARY KEY (run_id, version, mass_id),
    CONSTRAINT calibration_run_mass_run FOREIGN KEY (run_id, version) REFERENCES calibration_run_version (run_id, version),
    CONSTRAINT calibration_run_mass_of FOREIGN KEY (mass_id, clinic_id) REFERENCES reference_mass (id, clinic_id)
);

-- Raw readings in the sensor's own unit. A point that was taken back has a row in the table below.
CREATE TABLE calibration_point (
    run_id UUID NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    cycle INTEGER NOT NULL,
    direction VARCHAR(20) NOT NULL,
    load_kg DOUBLE PRECISION,
    load_n DOUBLE PRECISION,
    reading DOUBLE PRECISION NOT NULL,
    fluctuation DOUBLE PRECISION,
    drift DOUBLE PRECISION,
    samples INTEGER,
    hold_s DOUBLE PRECISION,
    rotation_deg DOUBLE PRECISION,
    excluded VARCHAR(1000),
    source VARCHAR(10) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT calibration_point_pk PRIMARY KEY (run_id, number),
    CONSTRAINT calibration_point_of FOREIGN KEY (run_id, clinic_id) REFERENCES calibration_run (id, clinic_id),
    CONSTRAINT calibration_point_load CHECK ((load_kg IS NULL) <> (load_n IS NULL)),
    CONSTRAINT calibration_point_direction CHECK (direction IN ('ASCENDING', 'DESCENDING', 'CREEP')),
    CONSTRAINT calibration_point_source CHECK (source IN ('SENSOR', 'TYPED')),
    CONSTRAINT calibration_point_still CHECK ((fluctuation IS NULL) = (drift IS NULL))
);

-- A point that was taken back: it stays above, and does not count.
CREATE TABLE calibration_point_undone (
    run_id UUID NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT calibration_point_undone_pk PRIMARY KEY (run_id, number),
    CONSTRAINT calibration_point_undone_of FOREIGN KEY (run_id, number) REFERENCES calibration_point (run_id, number)
);

-- The curve of a calibration that is no straight line. Without a row here the line of its own row counts.
CREATE TABLE calibration_curve (
    calibration_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    zero_reading DOUBLE PRECISION NOT NULL,
    kind VARCHAR(20) NOT NULL,
    numbers VARCHAR(4000) NOT NULL,
    CONSTRAINT calibration_curve_pk PRIMARY KEY (calibration_id),
    CONSTRAINT calibration_curve_of FOREIGN KEY (calibration_id) REFERENCES calibration (id),
    CONSTRAINT calibration_curve_kind CHECK (kind IN ('LINEAR', 'QUADRATIC', 'PIECEWISE'))
);

CREATE TABLE sensor_check (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    sensor_id UUID NOT NULL,
    kind VARCHAR(10) NOT NULL,
    taken_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    object VARCHAR(100) NOT NULL,
    reference_n DOUBLE PRECISION,
    indicated_n DOUBLE PRECISION NOT NULL,
    limit_n DOUBLE PRECISION,
    uncertainty_n DOUBLE PRECISION,
    source VARCHAR(10) NOT NULL,
    raw_zero DOUBLE PRECISION,
    raw_reading DOUBLE PRECISION,
    outcome VARCHAR(20) NOT NULL,
    calibration_id UUID,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT sensor_check_pk PRIMARY KEY (id),
    CONSTRAINT sensor_check_sensor FOREIGN KEY (sensor_id, clinic_id) REFERENCES sensor (id, clinic_id),
    CONSTRAINT sensor_check_calibration FOREIGN KEY (calibration_id) REFERENCES calibration (id),
    CONSTRAINT sensor_check_kind CHECK (kind IN ('ZERO', 'OBJECT', 'MASS')),
    CONSTRAINT sensor_check_source CHECK (source IN ('SENSOR', 'TYPED')),
    CONSTRAINT sensor_check_outcome CHECK (outcome IN ('REFERENCE', 'PASS', 'FAIL', 'CANNOT_TELL')),
    CONSTRAINT sensor_check_compared CHECK (outcome = 'REFERENCE' OR (reference_n IS NOT NULL AND limit_n IS NOT NULL))
);
CREATE INDEX sensor_check_by_sensor ON sensor_check (sensor_id, taken_at);
CREATE INDEX sensor_check_by_clinic ON sensor_check (clinic_id);

CREATE TABLE sensor_event (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    sensor_id UUID NOT NULL,
    kind VARCHAR(30) NOT NULL,
    happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    detail VARCHAR(1000) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT sensor_event_pk PRIMARY KEY (id),
    CONSTRAINT sensor_event_sensor FOREIGN KEY (sensor_id, clinic_id) REFERENCES sensor (id, clinic_id),
    CONSTRAINT sensor_event_kind CHECK (kind IN ('OVERLOAD', 'DROP', 'FIRMWARE_SEEN', 'FIRMWARE_CHANGED', 'PUT_ASIDE',
        'BACK_IN_USE', 'OWN_CALIBRATION'))
);
CREATE INDEX sensor_event_by_sensor ON sensor_event (sensor_id, happened_at);
CREATE INDEX sensor_event_by_clinic ON sensor_event (clinic_id);

-- A clinician's word that the results of a test count although their calibration is expired, in doubt or missing; of
-- several the newest stands.
CREATE TABLE test_trust (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    visit_id UUID NOT NULL,
    test_id UUID NOT NULL,
    number INTEGER NOT NULL,
    trusted BOOLEAN NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT test_trust_pk PRIMARY KEY (id),
    CONSTRAINT test_trust_order UNIQUE (test_id, number),
    CONSTRAINT test_trust_test FOREIGN KEY (test_id, visit_id, patient_id, clinic_id)
        REFERENCES position_test (id, visit_id, patient_id, clinic_id),
    CONSTRAINT test_trust_why CHECK (reason <> '')
);
CREATE INDEX test_trust_by_patient ON test_trust (patient_id);
CREATE INDEX test_trust_by_clinic ON test_trust (clinic_id);
