/**
 * Until when something that was read still holds. Every change has its row in the audit log, in the transaction of the change: who
 * knows up to which row she has read knows what to read again.
 */
package org.plinth.web.fresh;
