-- Whom a patient calls (docs/data-format.md, section 2): it stands on her page and on her papers.

ALTER TABLE clinic ADD COLUMN phone VARCHAR(40);
