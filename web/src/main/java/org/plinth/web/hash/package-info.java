/** SHA-256, and archives that know the sums of their files. */
package org.plinth.web.hash;
