/**
 * From a sensor's packets to force: journal first, then decode, calibrate, show and keep. Nothing here decides what a
 * clinician decides, and no page or SQL lives here. Start at {@code RecordingPipeline}.
 */
package org.plinth.web.capture;
