package org.plinth.web.edit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.plinth.core.quantity.Mass;
import org.plinth.web.clinic.Patient;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;

/** The details of a patient as they are written: all of them, so that an empty field is nothing known. */
public final class PatientFields {

    /** First names. */
    public static final String GIVEN = "givenName";

    /** Last name. */
    public static final String FAMILY = "familyName";

    /** Date of birth. */
    public static final String BIRTH = "birthDate";

    /** Body mass [kg]. */
    public static final String MASS = "bodyMass_kg";

    /** Day on which it was weighed. */
    public static final String MASS_ON = "bodyMassOn";

    /** Why they are changed. */
    public static final String REASON = "reason";

    /** What stands in the form, in its order, without the reason. */
    public static final List<String> NAMES = List.of(GIVEN, FAMILY, BIRTH, MASS, MASS_ON);

    /** Most characters of a reason. */
    public static final int MOST_REASON = 500;

    private static final int MOST_NAME = 200;

    private PatientFields() {}

    /**
     * The patient with what was written.
     *
     * @param today in the zone of the clinic
     * @throws BadRequest naming the field that cannot be so
     */
    public static Patient read(Fields fields, Patient before, LocalDate today) {
        LocalDate birth = Plausible.birth(BIRTH, fields.date(BIRTH), today);
        OptionalDouble mass = fields.optionalNumber(MASS, Plausible.LEAST_MASS_KG, Plausible.MOST_MASS_KG);
        Optional<LocalDate> massOn = Plausible.between(MASS_ON, fields.optionalDate(MASS_ON), birth, today);
        if (mass.isPresent() != massOn.isPresent()) {
            throw new BadRequest(mass.isPresent() ? MASS_ON : MASS, "privacy.edit.mass.both");
        }
        return new Patient(
                before.id(),
                before.clinic(),
                before.version(),
                fields.text(GIVEN, MOST_NAME),
                fields.text(FAMILY, MOST_NAME),
                birth,
                mass.isPresent() ? Optional.of(new Mass(mass.getAsDouble())) : Optional.empty(),
                massOn);
    }

    /** As it stands, for a form. */
    public static Map<String, String> of(Patient patient) {
        Map<String, String> values = new TreeMap<>();
        values.put(GIVEN, patient.givenName());
        values.put(FAMILY, patient.familyName());
        values.put(BIRTH, patient.birthDate().toString());
        values.put(MASS, patient.bodyMass().map(PatientFields::plain).orElse(""));
        values.put(MASS_ON, patient.bodyMassOn().map(LocalDate::toString).orElse(""));
        return values;
    }

    private static String plain(Mass mass) {
        double kilograms = mass.kilograms();
        return kilograms == Math.rint(kilograms) ? Long.toString((long) kilograms) : Double.toString(kilograms);
    }
}
