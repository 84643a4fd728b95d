/** The Squegg grip sensor. Bytes only. */
package org.plinth.driver.squegg;
