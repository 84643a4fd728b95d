package org.plinth.web.store;

/**
 * What one transaction can reach. Valid only inside the {@link Store#read} or {@link Store#write} that handed it out, on
 * that thread. Inside a read, everything that changes throws {@link IllegalStateException}.
 */
public interface Stores {

    /** Clinics and their settings. */
    ClinicStore clinics();

    /** Who may come in, and who is in. */
    AccountStore accounts();

    /** The people tested. */
    PatientStore patients();

    /** Their problems. */
    EpisodeStore episodes();

    /** Sittings and the position tests made there. */
    VisitStore visits();

    /** Recordings and the efforts found in them. */
    RecordingStore recordings();

    /** Values of a side, and limb symmetry. */
    ResultStore results();

    /** Sensors and their calibrations. */
    SensorStore sensors();

    /** Positions that a clinic wrote for itself. */
    PositionStore positions();

    /** Checks and incidents of sensors, and words about results. */
    TrustStore trust();

    /** Calibration runs and masses. */
    BenchStore bench();

    /** What was done by whom. */
    AuditStore audit();

    /** Requests that have been answered. */
    RequestStore requests();

    /** What stood in records before. */
    HistoryStore history();

    /** What patients said about uses of their data. */
    ConsentStore consents();

    /** What is settled before the first effort of a visit. */
    PreparationStore preparations();

    /** Erasures that were asked for. */
    ErasureStore erasures();

    /** How long records are kept. */
    RetentionStore retention();

    /** All about one person. */
    SubjectStore subject();

    /** Who may see a patient: teams, shares, emergencies. */
    AccessStore access();

    /** Second factors, invitations and what a clinic asks of who logs in. */
    SignInStore signIn();

    /** Ways to log in other than a password. */
    SignOnStore signOn();

    /** Under which cues efforts were made. */
    FeedbackStore feedback();

    /** Who tests, apart from who is logged in. */
    TesterStore testers();

    /** Values without a raw record. */
    ReadingStore readings();

    /** What is noted in the course of episodes. */
    EntryStore entries();

    /** Photos of how legs were set up. */
    PhotoStore photos();

    /** Every recording of a clinic, to be taken away. */
    RawStore raw();

    /** Tokens by which programs read. */
    TokenStore tokens();

    /** Files that came from other programs. */
    ImportStore imports();

    /** Many patients at once. */
    OverviewStore overview();

    /** A clinic's closed episodes, to be counted. */
    OutcomeStore outcomes();
}
