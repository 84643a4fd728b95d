-- Tokens by which programs read (docs/data-format.md, section 2). A row stays when its token has ended: the audit log names it.

-- token_hash: SHA-256 of the token, which is kept nowhere. beginning: its first characters, which say nothing about the rest.
-- role: of its maker when she made it; with another one the token is worth nothing. Patients have none.
CREATE TABLE api_token (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    account_id UUID NOT NULL,
    role VARCHAR(20) NOT NULL,
    name VARCHAR(60) NOT NULL,
    beginning VARCHAR(20) NOT NULL,
    token_hash VARCHAR(64) NOT NULL,
    scopes VARCHAR(200) NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP(6) WITH TIME ZONE,
    revoked_at TIMESTAMP(6) WITH TIME ZONE,
    revoked_by UUID,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    CONSTRAINT api_token_pk PRIMARY KEY (id),
    CONSTRAINT api_token_once UNIQUE (token_hash),
    CONSTRAINT api_token_of FOREIGN KEY (account_id, clinic_id) REFERENCES account (id, clinic_id),
    CONSTRAINT api_token_staff CHECK (role <> 'PATIENT'),
    CONSTRAINT api_token_opens CHECK (scopes <> ''),
    CONSTRAINT api_token_ends CHECK (expires_at > at),
    CONSTRAINT api_token_ended CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX api_token_by_clinic ON api_token (clinic_id, at);
