/** Photos of how a leg was set up: made small of a stranger's bytes, kept with the patient's agreement alone. Start at {@code SetUpPhotos}. */
package org.plinth.web.photo;
