/** Criteria that clinicians use, with what the numbers can and cannot say about them. No clearance is given here. Start at {@code BridgeCriterion}. */
package org.plinth.core.criteria;
