/** Every sentence that people read, by key. No sentence stands in code; start at {@code Texts}. */
package org.plinth.web.text;
