/** What a person may write about a patient and an episode, read and judged in one place. Start at {@code PatientFields}. */
package org.plinth.web.edit;
