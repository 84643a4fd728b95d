-- Signing in: sessions with a state, second factors, invitations, what a clinic asks for (docs/data-format.md, section 2).

-- A session has an id of its own that outlives its token. Who was logged in logs in once more.
DELETE FROM login_session;
ALTER TABLE login_session ADD COLUMN id UUID NOT NULL;
ALTER TABLE login_session ADD COLUMN state VARCHAR(20) NOT NULL;
ALTER TABLE login_session ADD COLUMN from_where VARCHAR(200) NOT NULL;
ALTER TABLE login_session ADD COLUMN browser VARCHAR(60) NOT NULL;
ALTER TABLE login_session ADD CONSTRAINT login_session_id UNIQUE (id);
ALTER TABLE login_session ADD CONSTRAINT login_session_state CHECK (state IN ('OPEN', 'LOCKED', 'CODE', 'ENROL'));

CREATE TABLE sign_in_rules (
    clinic_id UUID NOT NULL,
    second_factor_required BOOLEAN NOT NULL,
    lock_after_min INTEGER NOT NULL,
    CONSTRAINT sign_in_rules_pk PRIMARY KEY (clinic_id),
    CONSTRAINT sign_in_rules_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
    CONSTRAINT sign_in_rules_lock CHECK (lock_after_min >= 1 AND lock_after_min <= 60)
);

CREATE TABLE second_factor (
    account_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    sealed_secret VARCHAR(200) NOT NULL,
    confirmed BOOLEAN NOT NULL,
    used_step BIGINT NOT NULL,
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT second_factor_pk PRIMARY KEY (account_id),
    CONSTRAINT second_factor_of FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id)
);

CREATE TABLE recovery_code (
    account_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    code_hash VARCHAR(64) NOT NULL,
    CONSTRAINT recovery_code_pk PRIMARY KEY (account_id, code_hash),
    CONSTRAINT recovery_code_of FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id)
);

CREATE TABLE invitation (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    token_hash VARCHAR(64) NOT NULL,
    role VARCHAR(20) NOT NULL,
    patient_id UUID,
    account_id UUID,
    name VARCHAR(200) NOT NULL,
    state VARCHAR(20) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT invitation_pk PRIMARY KEY (id),
    CONSTRAINT invitation_token UNIQUE (token_hash),
    CONSTRAINT invitation_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id),
    CONSTRAINT invitation_of_patient FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT invitation_of_account FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id),
    CONSTRAINT invitation_state CHECK (state IN ('OPEN', 'TAKEN', 'REVOKED')),
    CONSTRAINT invitation_role CHECK (role IN ('OWNER', 'CLINICIAN', 'ASSISTANT', 'PATIENT', 'AUDITOR'))
);
CREATE INDEX invitation_by_clinic ON invitation (clinic_id, state);
