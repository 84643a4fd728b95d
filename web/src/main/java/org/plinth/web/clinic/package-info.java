/**
 * What a clinic keeps: records without behaviour of their own, each naming its clinic. Clinical ones carry the version
 * that a person saw, so that an edit can be refused when it is old. Start at {@code Visit}.
 */
package org.plinth.web.clinic;
