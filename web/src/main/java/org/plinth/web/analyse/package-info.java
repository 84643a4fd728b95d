/**
 * Recordings in, metrics and limb symmetry out: what {@code analyse} and an upload share. Decides nothing clinical, that
 * is {@code core}; reads no files. Start at {@code Analyser}; {@code AnalysisJson} and {@code AnalysisText} write it out.
 */
package org.plinth.web.analyse;
