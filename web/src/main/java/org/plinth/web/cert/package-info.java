/**
 * A certificate authority for one clinic and the certificates that it signs, for networks where no public authority
 * helps (decision T5). Start at {@code LocalAuthority}.
 */
package org.plinth.web.cert;
