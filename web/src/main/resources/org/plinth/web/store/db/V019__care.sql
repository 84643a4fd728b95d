-- Whom a patient calls, who reads for her, and the assent of a minor (docs/data-format.md, section 2).

ALTER TABLE clinic ADD COLUMN phone VARCHAR(40);

-- Both or neither: an account, or an invitation to one, of somebody who reads a patient's page for her until the end of that day.
ALTER TABLE account ADD COLUMN guardian_relation VARCHAR(60);
ALTER TABLE account ADD COLUMN guardian_until DATE;
ALTER TABLE account ADD CONSTRAINT account_guardian
    CHECK ((guardian_relation IS NULL) = (guardian_until IS NULL) AND (guardian_until IS NULL OR role = 'PATIENT'));
ALTER TABLE invitation ADD COLUMN guardian_relation VARCHAR(60);
ALTER TABLE invitation ADD COLUMN guardian_until DATE;
ALTER TABLE invitation ADD CONSTRAINT invitation_guardian
    CHECK ((guardian_relation IS NULL) = (guardian_until IS NULL) AND (guardian_until IS NULL OR role = 'PATIENT'));

ALTER TABLE consent DROP CONSTRAINT consent_kind;
ALTER TABLE consent ADD CONSTRAINT consent_kind CHECK (kind IN ('TESTING', 'PHOTO', 'AUDIT', 'RESEARCH', 'ASSENT'));
