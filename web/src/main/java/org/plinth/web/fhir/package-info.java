/**
 * The record as HL7 FHIR R4 resources: one mapper for each kind of resource, over one patient at a time. Knows no HTTP but in {@code
 * FhirRoutes}; nothing of HAPI is loaded before the first question. Start at {@code PatientResources}.
 */
package org.plinth.web.fhir;
