/** The Weiheng WH-C06 crane scale, heard in its advertisements. Bytes only. */
package org.plinth.driver.weiheng;
