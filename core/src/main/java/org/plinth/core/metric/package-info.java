/** Numbers about one effort, one file each; a metric gives a value with its unit or the reason why not. Start at {@code Metrics}. */
package org.plinth.core.metric;
