-- Roles: the administrator of a clinic is its owner; an assistant tests under a clinician (docs/data-format.md, section 2).

ALTER TABLE account DROP CONSTRAINT account_role;
UPDATE account SET role = 'OWNER' WHERE role = 'ADMINISTRATOR';
ALTER TABLE account ADD CONSTRAINT account_role
    CHECK (role IN ('OWNER', 'CLINICIAN', 'ASSISTANT', 'PATIENT', 'AUDITOR'));
