/**
 * Copies of everything in one encrypted file, and bringing them back. The format is fixed in {@code docs/data-format.md}
 * §26. Start at {@code BackupMaker} and {@code Restorer}.
 */
package org.plinth.web.backup;
