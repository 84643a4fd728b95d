package org.plinth.web.audit;

/**
 * What can be done with the audit log.
 *
 * @param checkpoints how far the chain had come, signed
 * @param bundle what an auditor takes away
 */
public record AuditDesk(Checkpoints checkpoints, AuditBundle bundle) {}
