/**
 * Recordings from CSV files: columns, units, time and every way in which such a file can be wrong. No analysis and no
 * output here. Start at {@code RecordingFile}.
 */
package org.plinth.web.recordingfile;
