-- Ways into the audit log by who, by what was done, and by when (docs/data-format.md, section 2). The rows stay as they are.

CREATE INDEX audit_event_by_actor ON audit_event (clinic_id, actor, seq);
CREATE INDEX audit_event_by_action ON audit_event (clinic_id, action, seq);
CREATE INDEX audit_event_by_time ON audit_event (clinic_id, at);
