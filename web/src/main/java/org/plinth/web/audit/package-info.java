/**
 * What makes the audit chain worth more than the word of who keeps it: signed checkpoints, the check of the chain against
 * them, a clock that notices being set back, and the bundle that an auditor takes away. Start at {@code Checkpoints}.
 */
package org.plinth.web.audit;
