/**
 * The raw record: one append-only file per recording, every packet before anything looked at it. The format is fixed in
 * {@code docs/data-format.md} §1. Start at {@code Journals}.
 */
package org.plinth.web.journal;
