/**
 * Whether results may be trusted, worked out when they are shown from what is known of their sensors by then. Nothing is written and nothing
 * rewritten here. Start at {@link org.plinth.web.trust.TrustBook}.
 */
package org.plinth.web.trust;
