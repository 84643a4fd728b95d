/** What the operator decides: configuration, the data folder and its lock. Start at {@code AppConfig}. */
package org.plinth.web.config;
