-- Who tests, apart from who is logged in (docs/data-format.md, section 2).

-- A PIN tells people at one plinth apart; it is no way in. Staff only.
CREATE TABLE tester_pin (
    account_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    pin_hash VARCHAR(200) NOT NULL,
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT tester_pin_pk PRIMARY KEY (account_id),
    CONSTRAINT tester_pin_of FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id)
);

-- From when on who tests at a visit, by one login between two locks: login_key is a hash that ends with it. author: who is logged in.
CREATE TABLE tester_switch (
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    visit_id UUID NOT NULL,
    number INTEGER NOT NULL,
    login_key VARCHAR(64) NOT NULL,
    account_id UUID NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    CONSTRAINT tester_switch_pk PRIMARY KEY (visit_id, number),
    CONSTRAINT tester_switch_visit FOREIGN KEY (visit_id, patient_id, clinic_id)
        REFERENCES visit (id, patient_id, clinic_id),
    CONSTRAINT tester_switch_to FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id)
);

-- Who tested while a recording was made; no row where only the visit's clinician is known.
CREATE TABLE recording_tester (
    recording_id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    account_id UUID NOT NULL,
    CONSTRAINT recording_tester_pk PRIMARY KEY (recording_id),
    CONSTRAINT recording_tester_of FOREIGN KEY (recording_id) REFERENCES recording (id),
    CONSTRAINT recording_tester_by FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id)
);
