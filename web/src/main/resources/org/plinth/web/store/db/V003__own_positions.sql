-- A clinic's own positions (docs/data-format.md, section 2). The bundled ones are files, not rows.
-- protocol_version is what series keys hold: it grows with every change of the content, and not when a position is
-- retired or offered again. content: one line "key = value" for each field, as in the bundled files.

CREATE TABLE own_position (
    id UUID NOT NULL,
    clinic_id UUID NOT NULL,
    head_version INTEGER NOT NULL,
    CONSTRAINT own_position_pk PRIMARY KEY (id),
    CONSTRAINT own_position_of_clinic UNIQUE (id, clinic_id),
    CONSTRAINT own_position_clinic FOREIGN KEY (clinic_id) REFERENCES clinic (id)
);
CREATE INDEX own_position_by_clinic ON own_position (clinic_id);

CREATE TABLE own_position_version (
    own_position_id UUID NOT NULL,
    version INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    protocol_version INTEGER NOT NULL,
    name VARCHAR(120) NOT NULL,
    based_on VARCHAR(80) NOT NULL,
    content VARCHAR(40000) NOT NULL,
    retired BOOLEAN NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT own_position_version_pk PRIMARY KEY (own_position_id, version),
    CONSTRAINT own_position_version_of FOREIGN KEY (own_position_id, clinic_id)
        REFERENCES own_position (id, clinic_id),
    CONSTRAINT own_position_version_protocol CHECK (protocol_version >= 1 AND protocol_version <= version)
);
CREATE INDEX own_position_version_by_clinic ON own_position_version (clinic_id);
