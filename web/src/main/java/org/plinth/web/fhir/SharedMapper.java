package org.plinth.web.fhir;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.DeviceMetric;
import org.hl7.fhir.r4.model.DeviceMetric.DeviceMetricCalibrationComponent;
import org.hl7.fhir.r4.model.DeviceMetric.DeviceMetricCalibrationState;
import org.hl7.fhir.r4.model.DeviceMetric.DeviceMetricCalibrationType;
import org.hl7.fhir.r4.model.DeviceMetric.DeviceMetricCategory;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.calibration.Validity;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;

/** What belongs to the clinic and to no patient: itself, who tests, sensors and their channels, the software. */
final class SharedMapper {

    private final Making making;

    SharedMapper(Making making) {
        this.making = making;
    }

    Resource clinic(Clinic clinic) {
        Disclosure disclosure = making.disclosure();
        String id = disclosure.shared("C", clinic.id());
        Organization made = making.named(new Organization(), id, 1, java.util.Optional.empty());
        made.addIdentifier()
                .setSystem(FhirNames.IDENTIFIER + (disclosure.isNamed() ? "clinic" : "pseudonym"))
                .setValue(id);
        if (disclosure.isNamed()) {
            made.setName(clinic.name());
        }
        return made;
    }

    /** Somebody who tests; only for exports that name people. */
    Resource practitioner(Account account) {
        Practitioner made = making.named(new Practitioner(), account.id().toString(), 1, java.util.Optional.empty());
        made.addIdentifier()
                .setSystem(FhirNames.IDENTIFIER + "account")
                .setValue(account.id().toString());
        made.addName().setText(account.displayName());
        return made;
    }

    /** A sensor; its serial number and its label only where people are named. */
    Resource sensor(Sensor sensor) {
        Disclosure disclosure = making.disclosure();
        Device made = making.named(new Device(), disclosure.shared("S", sensor.id()), 1, java.util.Optional.empty());
        made.setModelNumber(sensor.driverId());
        made.setOwner(making.clinic());
        if (disclosure.isNamed()) {
            made.setSerialNumber(sensor.serial());
            if (!sensor.label().isBlank()) {
                made.addDeviceName().setName(sensor.label()).setType(DeviceNameType.USERFRIENDLYNAME);
            }
        }
        return made;
    }

    /** Its channel, and whether it is calibrated. Since when is told only where days are. */
    Resource channel(Sensor sensor, List<StoredCalibration> newestFirst, java.time.Instant now) {
        Disclosure disclosure = making.disclosure();
        DeviceMetric made =
                making.named(new DeviceMetric(), disclosure.shared("S", sensor.id()), 1, java.util.Optional.empty());
        made.addIdentifier().setSystem(FhirNames.IDENTIFIER + "channel").setValue(disclosure.shared("S", sensor.id()));
        made.setType(making.codes().concept("force-channel"));
        made.setUnit(new CodeableConcept(new org.hl7.fhir.r4.model.Coding(FhirNames.UCUM, "N", "N")));
        made.setSource(new Reference("Device/" + disclosure.shared("S", sensor.id())));
        made.setCategory(DeviceMetricCategory.MEASUREMENT);
        for (StoredCalibration one : newestFirst) {
            made.addCalibration(calibration(one, now));
        }
        if (newestFirst.isEmpty()) {
            made.addCalibration()
                    .setType(DeviceMetricCalibrationType.UNSPECIFIED)
                    .setState(DeviceMetricCalibrationState.NOTCALIBRATED);
        }
        return made;
    }

    private DeviceMetricCalibrationComponent calibration(StoredCalibration one, java.time.Instant now) {
        boolean valid = one.curve().validityAt(now) == Validity.VALID;
        DeviceMetricCalibrationComponent made = new DeviceMetricCalibrationComponent()
                .setType(DeviceMetricCalibrationType.UNSPECIFIED)
                .setState(
                        valid
                                ? DeviceMetricCalibrationState.CALIBRATED
                                : DeviceMetricCalibrationState.CALIBRATIONREQUIRED);
        making.disclosure().clock(one.validFrom()).ifPresent(from -> made.setTime(Date.from(from)));
        return made;
    }

    /** The software that computed a result. */
    Resource engine(String version) {
        Device made = making.named(new Device(), engineId(version), 1, java.util.Optional.empty());
        made.addDeviceName().setName("Plinth").setType(DeviceNameType.MODELNAME);
        made.setType(making.codes().concept("engine"));
        made.addVersion().setValue(version);
        return made;
    }

    static String engineId(String version) {
        return "engine-" + version.replaceAll("[^A-Za-z0-9.-]", "-");
    }
}
