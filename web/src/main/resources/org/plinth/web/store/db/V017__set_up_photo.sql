-- A photo of how a leg was set up in a position test (docs/data-format.md, section 2).

-- That it was taken, and that it was taken away. Rows are added, never changed; of a side of a test the greatest number stands.
-- image_sha256: of the stored, sealed bytes, so that it can be told without a key whether they are the same.
CREATE TABLE set_up_photo (
    test_id UUID NOT NULL,
    side VARCHAR(5) NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    removed BOOLEAN NOT NULL,
    width_px INTEGER,
    height_px INTEGER,
    image_sha256 VARCHAR(64),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    author UUID NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    CONSTRAINT set_up_photo_pk PRIMARY KEY (test_id, side, number),
    CONSTRAINT set_up_photo_of FOREIGN KEY (test_id) REFERENCES position_test (id),
    CONSTRAINT set_up_photo_whose FOREIGN KEY (patient_id, clinic_id) REFERENCES patient (id, clinic_id),
    CONSTRAINT set_up_photo_first CHECK (number >= 1),
    CONSTRAINT set_up_photo_side CHECK (side IN ('LEFT', 'RIGHT')),
    CONSTRAINT set_up_photo_width CHECK (width_px BETWEEN 1 AND 1280),
    CONSTRAINT set_up_photo_height CHECK (height_px BETWEEN 1 AND 1280),
    CONSTRAINT set_up_photo_there CHECK (removed = (image_sha256 IS NULL)),
    CONSTRAINT set_up_photo_why CHECK (removed = FALSE OR reason <> '')
);
CREATE INDEX set_up_photo_by_patient ON set_up_photo (patient_id);

-- The picture itself, sealed with the patient's key: nonce, AES-256-GCM, tag. The row goes when the photo is removed.
CREATE TABLE set_up_photo_image (
    test_id UUID NOT NULL,
    side VARCHAR(5) NOT NULL,
    number INTEGER NOT NULL,
    clinic_id UUID NOT NULL,
    patient_id UUID NOT NULL,
    key_id UUID NOT NULL,
    sealed_image BYTEA NOT NULL,
    CONSTRAINT set_up_photo_image_pk PRIMARY KEY (test_id, side, number),
    CONSTRAINT set_up_photo_image_of FOREIGN KEY (test_id, side, number) REFERENCES set_up_photo (test_id, side, number)
);
CREATE INDEX set_up_photo_image_by_patient ON set_up_photo_image (patient_id);
