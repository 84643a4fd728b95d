-- A later schema, for tests of migration only.
ALTER TABLE visit_version ADD COLUMN note VARCHAR(100);
