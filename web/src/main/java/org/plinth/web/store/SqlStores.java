package org.plinth.web.store;

/** All stores of one transaction. */
final class SqlStores implements Stores {

    private final ClinicStore clinics;
    private final AccountStore accounts;
    private final PatientStore patients;
    private final EpisodeStore episodes;
    private final EntryStore entries;
    private final VisitStore visits;
    private final RecordingStore recordings;
    private final ResultStore results;
    private final SensorStore sensors;
    private final PositionStore positions;
    private final TrustStore trust;
    private final BenchStore bench;
    private final AuditStore audit;
    private final RequestStore requests;
    private final HistoryStore history;
    private final ConsentStore consents;
    private final PreparationStore preparations;
    private final ErasureStore erasures;
    private final RetentionStore retention;
    private final SubjectStore subject;
    private final AccessStore access;
    private final SignInStore signIn;
    private final SignOnStore signOn;
    private final FeedbackStore feedback;
    private final ReadingStore readings;
    private final PhotoStore photos;
    private final RawStore raw;
    private final OverviewStore overview;
    private final TesterStore testers;
    private final OutcomeStore outcomes;
    private final TokenStore tokens;
    private final ImportStore imports;

    SqlStores(Transaction tx, Streaming streaming) {
        clinics = new SqlClinics(tx);
        accounts = new SqlAccounts(tx);
        patients = new SqlPatients(tx, this);
        episodes = new SqlEpisodes(tx);
        entries = new SqlEntries(tx, this);
        visits = new SqlVisits(tx, this);
        recordings = new SqlRecordings(tx);
        results = new SqlResults(tx, this, streaming);
        sensors = new SqlSensors(tx);
        positions = new SqlPositions(tx);
        trust = new SqlTrust(tx);
        bench = new SqlBench(tx);
        audit = new SqlAudit(tx);
        requests = new SqlRequests(tx);
        history = new SqlHistory(tx);
        consents = new SqlConsents(tx, this);
        preparations = new SqlPreparations(tx, this);
        erasures = new SqlErasures(tx, this);
        retention = new SqlRetention(tx);
        subject = new SqlSubject(tx, this);
        access = new SqlAccess(tx, this);
        signIn = new SqlSignIn(tx);
        signOn = new SqlSignOn(tx);
        feedback = new SqlFeedback(tx, this);
        readings = new SqlReadings(tx, this);
        photos = new SqlPhotos(tx, this);
        raw = new SqlRaw(tx);
        overview = new SqlOverview(tx);
        testers = new SqlTesters(tx, this);
        outcomes = new SqlOutcomes(tx);
        tokens = new SqlTokens(tx, this);
        imports = new SqlImports(tx, this);
    }

    @Override
    public ClinicStore clinics() {
        return clinics;
    }

    @Override
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public PatientStore patients() {
        return patients;
    }

    @Override
    public EpisodeStore episodes() {
        return episodes;
    }

    @Override
    public EntryStore entries() {
        return entries;
    }

    @Override
    public VisitStore visits() {
        return visits;
    }

    @Override
    public RecordingStore recordings() {
        return recordings;
    }

    @Override
    public ResultStore results() {
        return results;
    }

    @Override
    public SensorStore sensors() {
        return sensors;
    }

    @Override
    public PositionStore positions() {
        return positions;
    }

    @Override
    public TrustStore trust() {
        return trust;
    }

    @Override
    public BenchStore bench() {
        return bench;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    @Override
    public RequestStore requests() {
        return requests;
    }

    @Override
    public HistoryStore history() {
        return history;
    }

    @Override
    public ConsentStore consents() {
        return consents;
    }

    @Override
    public PreparationStore preparations() {
        return preparations;
    }

    @Override
    public ErasureStore erasures() {
        return erasures;
    }

    @Override
    public RetentionStore retention() {
        return retention;
    }

    @Override
    public SubjectStore subject() {
        return subject;
    }

    @Override
    public AccessStore access() {
        return access;
    }

    @Override
    public SignInStore signIn() {
        return signIn;
    }

    @Override
    public SignOnStore signOn() {
        return signOn;
    }

    @Override
    public FeedbackStore feedback() {
        return feedback;
    }

    @Override
    public ReadingStore readings() {
        return readings;
    }

    @Override
    public PhotoStore photos() {
        return photos;
    }

    @Override
    public TesterStore testers() {
        return testers;
    }

    @Override
    public RawStore raw() {
        return raw;
    }

    @Override
    public ImportStore imports() {
        return imports;
    }

    @Override
    public OverviewStore overview() {
        return overview;
    }

    @Override
    public OutcomeStore outcomes() {
        return outcomes;
    }

    @Override
    public TokenStore tokens() {
        return tokens;
    }
}
