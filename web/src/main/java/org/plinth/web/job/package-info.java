/** Exports that are made beside the requests that ask for them, and kept for a day. Start at {@code ExportJobs}. */
package org.plinth.web.job;
