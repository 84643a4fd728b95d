-- Who may see a patient (docs/data-format.md, section 2): restriction and care team, shares with other clinics, and
-- openings in an emergency. Nothing here is changed or deleted: what ends has a row that says so.

-- The newest version stands. Without any, the patient is open to the clinicians and assistants of her clinic.
CREATE TABLE patient_access_version (
    patient_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    restricted BOOLEAN NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT patient_access_version_pk PRIMARY KEY (patient_id, version),
    CONSTRAINT patient_access_version_of FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT patient_access_version_first CHECK (version >= 1),
    CONSTRAINT patient_access_version_why CHECK (reason <> '')
);
CREATE INDEX patient_access_version_by_clinic ON patient_access_version (clinic_id);

CREATE TABLE patient_access_member (
    patient_id UUID NOT NULL,
    version INTEGER NOT NULL,
    account_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    CONSTRAINT patient_access_member_pk PRIMARY KEY (patient_id, version, account_id),
    CONSTRAINT patient_access_member_of FOREIGN KEY (patient_id, version)
        REFERENCES patient_access_version (patient_id, version),
    CONSTRAINT patient_access_member_account FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id)
);
CREATE INDEX patient_access_member_by_account ON patient_access_member (account_id);

-- One patient, to be read by another clinic or by one clinician of it. clinic_id is the patient's own.
CREATE TABLE patient_share (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    guest_clinic_id UUID NOT NULL,
    guest_account_id UUID,
    consent_on DATE NOT NULL,
    consent_by VARCHAR(200) NOT NULL,
    ends_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT patient_share_pk PRIMARY KEY (id),
    CONSTRAINT patient_share_of FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT patient_share_guest FOREIGN KEY (guest_clinic_id) REFERENCES clinic (id),
    CONSTRAINT patient_share_person FOREIGN KEY (guest_account_id, guest_clinic_id) REFERENCES account (id, clinic_id),
    CONSTRAINT patient_share_other CHECK (guest_clinic_id <> clinic_id),
    CONSTRAINT patient_share_time CHECK (ends_at > at),
    CONSTRAINT patient_share_why CHECK (reason <> '')
);
CREATE INDEX patient_share_by_patient ON patient_share (patient_id);
CREATE INDEX patient_share_by_guest ON patient_share (guest_clinic_id, ends_at);

CREATE TABLE patient_share_ended (
    share_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT patient_share_ended_pk PRIMARY KEY (share_id),
    CONSTRAINT patient_share_ended_of FOREIGN KEY (share_id) REFERENCES patient_share (id)
);

-- A clinician opened a restricted patient without being of her team.
CREATE TABLE emergency (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    account_id UUID NOT NULL,
    ground VARCHAR(40) NOT NULL,
    ends_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT emergency_pk PRIMARY KEY (id),
    CONSTRAINT emergency_of FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT emergency_account FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id),
    CONSTRAINT emergency_ground CHECK (ground IN ('ACUTE_CARE', 'TEAM_UNREACHABLE', 'SAFETY', 'OTHER')),
    CONSTRAINT emergency_time CHECK (ends_at > at),
    CONSTRAINT emergency_why CHECK (reason <> '')
);
CREATE INDEX emergency_by_patient ON emergency (patient_id, account_id);
CREATE INDEX emergency_by_clinic ON emergency (clinic_id, at);

CREATE TABLE emergency_ended (
    emergency_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT emergency_ended_pk PRIMARY KEY (emergency_id),
    CONSTRAINT emergency_ended_of FOREIGN KEY (emergency_id) REFERENCES emergency (id)
);

-- Who is told of an opening: the owners, and the team as it was then.
CREATE TABLE emergency_alert (
    emergency_id UUID NOT NULL,
    account_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    CONSTRAINT emergency_alert_pk PRIMARY KEY (emergency_id, account_id),
    CONSTRAINT emergency_alert_of FOREIGN KEY (emergency_id) REFERENCES emergency (id),
    CONSTRAINT emergency_alert_account FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id)
);
CREATE INDEX emergency_alert_by_account ON emergency_alert (account_id);

CREATE TABLE emergency_alert_read (
    emergency_id UUID NOT NULL,
    account_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT emergency_alert_read_pk PRIMARY KEY (emergency_id, account_id),
    CONSTRAINT emergency_alert_read_of FOREIGN KEY (emergency_id, account_id)
        REFERENCES emergency_alert (emergency_id, account_id)
);
