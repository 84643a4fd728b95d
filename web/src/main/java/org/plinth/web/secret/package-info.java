/**
 * What makes a secret good, and how one is checked: rules for passwords, one-time codes, recovery codes, sealed texts. Pure, but
 * for a random source. Knows no person, page or database.
 */
package org.plinth.web.secret;
