package org.plinth.web.http;

import java.nio.file.Path;

/**
 * A file that came with a form.
 *
 * @param field of the form
 * @param fileName as the browser named it; for showing, never for opening
 * @param path where it lies until the reply has gone
 * @param bytes its size
 */
public record Upload(String field, String fileName, Path path, long bytes) {}
