-- Ways to log in other than a password (docs/data-format.md, section 2). A row goes with the link; the audit chain keeps that
-- it was there.

-- A person at a provider of single sign-on, by what the provider never gives to anybody else: issuer and subject.
CREATE TABLE sso_identity (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    account_id UUID NOT NULL,
    issuer VARCHAR(500) NOT NULL,
    subject VARCHAR(255) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    CONSTRAINT sso_identity_pk PRIMARY KEY (id),
    CONSTRAINT sso_identity_person UNIQUE (issuer, subject),
    CONSTRAINT sso_identity_of FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id)
);
CREATE INDEX sso_identity_by_account ON sso_identity (account_id);

-- The public half of a key pair; the private one stays in the device that made it.
CREATE TABLE passkey (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    account_id UUID NOT NULL,
    name VARCHAR(60) NOT NULL,
    credential_id VARCHAR(1400) NOT NULL,
    public_key VARCHAR(2000) NOT NULL,
    sign_count BIGINT NOT NULL,
    aaguid VARCHAR(36) NOT NULL,
    used_at TIMESTAMP(6) WITH TIME ZONE,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    CONSTRAINT passkey_pk PRIMARY KEY (id),
    CONSTRAINT passkey_credential UNIQUE (credential_id),
    CONSTRAINT passkey_of FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id),
    CONSTRAINT passkey_counted CHECK (sign_count >= 0)
);
CREATE INDEX passkey_by_account ON passkey (account_id);
