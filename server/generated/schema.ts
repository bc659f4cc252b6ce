export type Maybe<T> = T | null
export type InputMaybe<T> = Maybe<T>
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string }
  String: { input: string; output: string }
  Boolean: { input: boolean; output: boolean }
  Int: { input: number; output: number }
  Float: { input: number; output: number }
  /** A calendar day in Asia/Jakarta, `YYYY-MM-DD`. Refused with BAD_USER_INPUT when the day does not exist. */
  Date: { input: string; output: string }
  /** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  DateTime: { input: string; output: string }
  /**
   * Nomor Induk Pegawai: the 18 digits of a civil servant; spaces are ignored in input. For a PNS: birth date, year and month of
   * appointment, sex (1 man, 2 woman), sequence. For a PPPK the 13th and 14th digit are a code, not a month.
   * Source: Perka BKN 43/2007.
   */
  NIP: { input: string; output: string }
}

/** Tugas tambahan that sources name. Their list is not whole: a plan names the duty as the decree does. Everybody may read it. */
export type AdditionalDuty = {
  /** The regulation. */
  basis: Scalars['String']['output']
  certainty: Certainty
  /** The kinds of schools that have it. */
  levels: Array<SchoolLevel>
  /** In Indonesian. */
  name: Scalars['String']['output']
  sources: Array<Scalars['String']['output']>
}

/** A plan as the supervisor wants it. */
export type AdjustPlanInput = {
  content: PlanContentInput
  note?: InputMaybe<Scalars['String']['input']>
  /** One for each item that changes. */
  notes: Array<PlanItemNoteInput>
  plan: Scalars['ID']['input']
  version: Scalars['Int']['input']
}

/**
 * How many assignments are alike in all that `analytics` was asked to group by: what it was not asked for is null here. Somebody is in each
 * cell. A cell that is `withheld` holds those of whom the viewer is not told a value, which is null then.
 */
export type AnalyticsCell = {
  /** Null where the viewer is not told that either. */
  count?: Maybe<Scalars['Int']['output']>
  day?: Maybe<Scalars['Date']['output']>
  employment?: Maybe<Employment>
  indicator?: Maybe<Indicator>
  label?: Maybe<ReportCardLabel>
  level?: Maybe<SchoolLevel>
  observation?: Maybe<ObservationStage>
  office?: Maybe<Office>
  /** A period's code. */
  period: Scalars['String']['output']
  /** The least of a step of 8. */
  points?: Maybe<Scalars['Int']['output']>
  predicate?: Maybe<Predicate>
  school?: Maybe<School>
  status?: Maybe<PlanningStage>
  withheld: Scalars['Boolean']['output']
}

export type AnalyticsCellConnection = {
  edges: Array<AnalyticsCellEdge>
  nodes: Array<AnalyticsCell>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type AnalyticsCellEdge = {
  cursor: Scalars['String']['output']
  node: AnalyticsCell
}

/** What `analytics` tells assignments apart by. Each assignment has one value of each, or none (null). */
export enum AnalyticsDimension {
  /** The day, in Asia/Jakarta, on which the plan was handed in, the last time where it was several times; none where it is a draft again. */
  DAY = 'DAY',
  /**
   * Status kepegawaian of the person. Analysts are told it of the newest period alone: since it stays from one period to the next, the answers
   * about two would tell that of single people who came or went in between.
   */
  EMPLOYMENT = 'EMPLOYMENT',
  /** Indikator kinerja of the plan, if it is handed in. */
  INDICATOR = 'INDICATOR',
  /**
   * The label of that indicator in the school's newest report card (Rapor Pendidikan); none where it has no score for it. Not for analysts:
   * since everybody sees report cards, it would tell the indicators of single schools.
   */
  LABEL = 'LABEL',
  /** Jenjang of the school. */
  LEVEL = 'LEVEL',
  /** How far observation is, of an agreed plan. */
  OBSERVATION = 'OBSERVATION',
  /** Dinas: the office that runs the school. */
  OFFICE = 'OFFICE',
  /** The plan's points, if it is handed in, in steps of 8: 32 stands for 32 to 39. None where the period has abolished points. */
  POINTS = 'POINTS',
  /** Predikat kinerja, of an agreed plan, once it is given to its owner. */
  PREDICATE = 'PREDICATE',
  SCHOOL = 'SCHOOL',
  /** How far its plan is. */
  STATUS = 'STATUS',
}

/**
 * A program's way in (kunci API): it is sent as `Authorization: Bearer kinerja_live_…` and reaches an office and those below it. Seen by
 * operators, and by the administrators of its office or of the one above. Its secret is told once, where it is made.
 */
export type ApiKey = Node & {
  createdAt: Scalars['DateTime']['output']
  /** Null when an operator made it, or where the viewer may not see the person. */
  createdBy?: Maybe<Person>
  /** True: only trusted documents may be asked with it. */
  documentsOnly: Scalars['Boolean']['output']
  /** From this moment on it is refused. */
  expiresAt: Scalars['DateTime']['output']
  /** How it begins, to tell keys apart; the secret comes after it. */
  hint: Scalars['String']['output']
  id: Scalars['ID']['output']
  /** To the minute; null before its first use. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>
  /** What it is for, 1 to 100 characters. */
  name: Scalars['String']['output']
  /** It reaches this office and those below it. */
  office: Office
  /** From this moment on, at most a second later, it is refused. Null while nobody has revoked it. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>
  /** What it may be used for. */
  scopes: Array<Scope>
}

export type ApiKeyConnection = {
  edges: Array<ApiKeyEdge>
  nodes: Array<ApiKey>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type ApiKeyEdge = {
  cursor: Scalars['String']['output']
  node: ApiKey
}

/**
 * Penilaian kinerja: how one plan was carried out, out of three aspects (reflection, learning, change of practice) and behaviour. Its state
 * is seen by those above (atasan), by the work team (Tim Kerja), by the admins of the office and by operators; its content by the same
 * without the admins. Its owner, and programs with APPRAISAL_READ, see it once it is given (FINAL). On an earlier day (`asOf`) it is seen by
 * who was that then, if it has not changed since. Nobody sees his own before, whatever else he is.
 */
export type Appraisal = Node & {
  assignment: Assignment
  changedAt: Scalars['DateTime']['output']
  /** Null where the viewer sees the state alone. */
  content?: Maybe<AppraisalContent>
  /** When its owner was given it; null until then. */
  givenAt?: Maybe<Scalars['DateTime']['output']>
  /** Everything that was done with it, oldest first; empty where the viewer sees the state alone. */
  history: Array<AppraisalStep>
  id: Scalars['ID']['output']
  /** The last day on which its owner may object: the 14th after the one on which it was given (PP 30/2019 ps 59). Null until it is given. */
  objectionUntil?: Maybe<Scalars['Date']['output']>
  period: Period
  /** Null where the viewer may not see it. */
  plan?: Maybe<Plan>
  /** Null in a draft. */
  recommendedAt?: Maybe<Scalars['DateTime']['output']>
  status: AppraisalStatus
  /** Give this with every step. A step on another version is refused with CONFLICT, and `extensions.currentVersion` tells the current one. */
  version: Scalars['Int']['output']
}

/** What is done with an appraisal, step by step. Who may do what is in `server/access/POLICY.md`. */
export enum AppraisalAction {
  ANSWER = 'ANSWER',
  DECIDE = 'DECIDE',
  DECIDE_OBJECTION = 'DECIDE_OBJECTION',
  DRAFT = 'DRAFT',
  FINALIZE = 'FINALIZE',
  OBJECT = 'OBJECT',
  RECOMMEND = 'RECOMMEND',
  RETURN = 'RETURN',
  SAVE = 'SAVE',
}

export type AppraisalConnection = {
  edges: Array<AppraisalEdge>
  nodes: Array<Appraisal>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

/** What the appraiser judges, and what follows. Seen as the content of its Appraisal. */
export type AppraisalContent = {
  /** Rating perilaku kerja as a whole, which the appraiser decides. */
  behaviour?: Maybe<ExpectationRating>
  /** Empty while there is no predicate. */
  consequences: Array<Consequence>
  /**
   * Bahan pertimbangan: what the appraiser thinks of development (pengembangan kompetensi) and additional duties (tugas tambahan). They are
   * considerations, not scores (seed 001); `plan.content` lists them.
   */
  considerations?: Maybe<Scalars['String']['output']>
  /** Null while there is no predicate. */
  creditPoints?: Maybe<CreditPoints>
  /** Why `result` is another than suggested. */
  deviation?: Maybe<Scalars['String']['output']>
  /** Every fact that led to the predicate, in order. Nobody must guess why. */
  explanation: Array<ExplanationFact>
  /** Belajar: the second. */
  learning?: Maybe<Scalars['String']['output']>
  /**
   * How often each level of the rubric was given for the plan's target behaviours, out of the sheets that were shared: each behaviour counts
   * once, as it was seen last (no source says how cycles add up). Looked up whenever a draft is saved, and when it is recommended; null where
   * nothing was observed.
   */
  observed?: Maybe<ObservedLevels>
  /** Perubahan praktik: the third. */
  practice?: Maybe<Scalars['String']['output']>
  /** Out of `result` and `behaviour`; null while one of them is. */
  predicate?: Maybe<Predicate>
  /** Refleksi: the first of the three aspects, in the appraiser's words. How the aspects weigh no source says: a person judges. */
  reflection?: Maybe<Scalars['String']['output']>
  /** Rating hasil kerja, which the appraiser decides; null in a draft that has none yet. */
  result?: Maybe<ExpectationRating>
  /** What the system suggests for `result`; null where nothing was observed. */
  suggestion?: Maybe<ResultSuggestion>
  /** A rating for each of the seven BerAKHLAK values, in the order of the word; those not rated yet are not listed. */
  values: Array<ValueRating>
}

/** An appraisal's content as a whole: what is not given is not there. Texts have 1 to 10,000 characters of plain text. */
export type AppraisalContentInput = {
  behaviour?: InputMaybe<ExpectationRating>
  considerations?: InputMaybe<Scalars['String']['input']>
  /** Why `result` is another than suggested: needed then. */
  deviation?: InputMaybe<Scalars['String']['input']>
  learning?: InputMaybe<Scalars['String']['input']>
  practice?: InputMaybe<Scalars['String']['input']>
  reflection?: InputMaybe<Scalars['String']['input']>
  result?: InputMaybe<ExpectationRating>
  values?: Array<ValueRatingInput>
}

export type AppraisalEdge = {
  cursor: Scalars['String']['output']
  node: Appraisal
}

/** Only appraisals that fit everything given. */
export type AppraisalFilter = {
  /** As they were on this day, with the rights of this day; those that changed since are left out (default: today). */
  asOf?: InputMaybe<Scalars['Date']['input']>
  /** Of assignments at this office, at one below it, or at a school that one of these runs. */
  office?: InputMaybe<Scalars['ID']['input']>
  /** A period's code: `2026`. */
  period?: InputMaybe<Scalars['String']['input']>
  school?: InputMaybe<Scalars['ID']['input']>
  status?: InputMaybe<Array<AppraisalStatus>>
  /** Those whose next step is the viewer's: as appraiser, as work team, or as appraiser's superior. */
  waitingForMe?: InputMaybe<Scalars['Boolean']['input']>
}

export type AppraisalOrder = {
  direction?: OrderDirection
  field: AppraisalOrderField
}

export enum AppraisalOrderField {
  /** When they were changed last. */
  CHANGED = 'CHANGED',
}

/** The appraisal as it is now; null where the viewer may not see it. */
export type AppraisalPayload = {
  appraisal?: Maybe<Appraisal>
}

/** A step that needs a reason. */
export type AppraisalReasonInput = {
  appraisal: Scalars['ID']['input']
  /** 1 to 10,000 characters of plain text. */
  reason: Scalars['String']['input']
  version: Scalars['Int']['input']
}

/** Status penilaian: where an appraisal stands. */
export enum AppraisalStatus {
  /** Diputuskan: the superior has decided on the objection. Nothing comes after it. */
  DECIDED = 'DECIDED',
  /** Draf: the appraiser (pejabat penilai) or the work team (Tim Kerja) works on it. */
  DRAFT = 'DRAFT',
  /** Ditetapkan: given to the person, who may object. */
  FINAL = 'FINAL',
  /** Keberatan: the person has objected; the appraiser's superior hears both sides. */
  OBJECTED = 'OBJECTED',
  /** Direkomendasikan: of a teacher, it waits for the organisation's predicate; of a principal, for the decision of the head of the office. */
  RECOMMENDED = 'RECOMMENDED',
}

/** Something that was done with an appraisal. Seen as the content of its Appraisal. */
export type AppraisalStep = {
  action: AppraisalAction
  at: Scalars['DateTime']['output']
  behaviour?: Maybe<ExpectationRating>
  from?: Maybe<AppraisalStatus>
  /** How the appraiser was heard by who decided on an objection; null where he answered here, and for all other steps. */
  hearing?: Maybe<Scalars['String']['output']>
  /** By whom. */
  name?: Maybe<Scalars['String']['output']>
  /** The reason, or a note for the other side; null where none was given. */
  note?: Maybe<Scalars['String']['output']>
  predicate?: Maybe<Predicate>
  /** The rating of results from then on; null for steps that decide nothing, as are the next two. */
  result?: Maybe<ExpectationRating>
  to: AppraisalStatus
  /** The appraisal's version from then on. */
  version: Scalars['Int']['output']
}

/** A step with an appraisal. */
export type AppraisalStepInput = {
  appraisal: Scalars['ID']['input']
  /** For the other side; 1 to 10,000 characters of plain text. */
  note?: InputMaybe<Scalars['String']['input']>
  /** As the appraisal was when it was looked at. */
  version: Scalars['Int']['input']
}

/** Wilayah: a real province or district, by its Kemendagri code. Everybody who is signed in may see it. */
export type Area = Node & {
  /** Kode wilayah: `35` for a province, `35.78` for a district. */
  code: Scalars['String']['output']
  id: Scalars['ID']['output']
  level: AreaLevel
  name: Scalars['String']['output']
  /** The province of a district; null for a province. */
  parent?: Maybe<Area>
}

/** Province (provinsi) or district (kabupaten/kota). */
export enum AreaLevel {
  DISTRICT = 'DISTRICT',
  PROVINCE = 'PROVINCE',
}

/**
 * Penugasan: one person in one position at one school or office. It, not the person, has supervisors, subordinates and plans: an
 * acting principal who also teaches has two. Seen by the person and by operators, and on the day by those above it, by the work team it
 * is given to, by the admins of its office, of the one above, or of the one that runs its school, and by programs whose key reaches
 * there with SUPERVISION_READ; admins and programs see it on the days on which it is held.
 */
export type Assignment = Node & {
  basis: Basis
  /** Nomor SK. */
  decree?: Maybe<Scalars['String']['output']>
  /** First day. */
  from: Scalars['Date']['output']
  id: Scalars['ID']['output']
  /** The source system's own key. */
  key: Scalars['String']['output']
  /** Set for all who work in an office; then `school` is null. */
  office?: Maybe<Office>
  person: Person
  /** The plan for a period (its code), null when there is none or the viewer may not see it. BAD_USER_INPUT: no such period. */
  plan?: Maybe<Plan>
  position: Position
  /**
   * The indicators of a period (its code) for this position, those on which the school's newest report card is weakest first: by label
   * (KURANG, SEDANG, BAIK), then by score, then as in the catalogue; those without a score last. They are recommended alone: the choice is
   * free (disdikkbb; palangkarayakota). Empty for positions that have no indicators. BAD_USER_INPUT: no such period.
   */
  recommendedIndicators: Array<Recommendation>
  /** Set for all who work in a school; then `office` is null. */
  school?: Maybe<School>
  /** Bawahan: those directly below on the day (default: today), by name unless told otherwise. */
  subordinates: AssignmentConnection
  /** Atasan on the day (default: today); null at the top. In WORK_TEAM: the first of the team by id. */
  supervisor?: Maybe<SupervisionLink>
  /** All who supervise it directly or did, on any day and in either capacity, oldest first. */
  supervisors: Array<SupervisionLink>
  /** First day after the end; null while it is open. */
  until?: Maybe<Scalars['Date']['output']>
}

/**
 * Penugasan: one person in one position at one school or office. It, not the person, has supervisors, subordinates and plans: an
 * acting principal who also teaches has two. Seen by the person and by operators, and on the day by those above it, by the work team it
 * is given to, by the admins of its office, of the one above, or of the one that runs its school, and by programs whose key reaches
 * there with SUPERVISION_READ; admins and programs see it on the days on which it is held.
 */
export type AssignmentplanArgs = {
  period: Scalars['String']['input']
}

/**
 * Penugasan: one person in one position at one school or office. It, not the person, has supervisors, subordinates and plans: an
 * acting principal who also teaches has two. Seen by the person and by operators, and on the day by those above it, by the work team it
 * is given to, by the admins of its office, of the one above, or of the one that runs its school, and by programs whose key reaches
 * there with SUPERVISION_READ; admins and programs see it on the days on which it is held.
 */
export type AssignmentrecommendedIndicatorsArgs = {
  period: Scalars['String']['input']
}

/**
 * Penugasan: one person in one position at one school or office. It, not the person, has supervisors, subordinates and plans: an
 * acting principal who also teaches has two. Seen by the person and by operators, and on the day by those above it, by the work team it
 * is given to, by the admins of its office, of the one above, or of the one that runs its school, and by programs whose key reaches
 * there with SUPERVISION_READ; admins and programs see it on the days on which it is held.
 */
export type AssignmentsubordinatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  asOf?: InputMaybe<Scalars['Date']['input']>
  capacity?: InputMaybe<Capacity>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<AssignmentOrder>
}

/**
 * Penugasan: one person in one position at one school or office. It, not the person, has supervisors, subordinates and plans: an
 * acting principal who also teaches has two. Seen by the person and by operators, and on the day by those above it, by the work team it
 * is given to, by the admins of its office, of the one above, or of the one that runs its school, and by programs whose key reaches
 * there with SUPERVISION_READ; admins and programs see it on the days on which it is held.
 */
export type AssignmentsupervisorArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>
  capacity?: InputMaybe<Capacity>
}

export type AssignmentConnection = {
  edges: Array<AssignmentEdge>
  nodes: Array<Assignment>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type AssignmentEdge = {
  cursor: Scalars['String']['output']
  node: Assignment
}

/** Only assignments that fit everything given. */
export type AssignmentFilter = {
  /** Valid on this day, seen with the rights of this day (default: today). */
  asOf?: InputMaybe<Scalars['Date']['input']>
  basis?: InputMaybe<Basis>
  /** At a school standing in this district or province (an Area's id). */
  district?: InputMaybe<Scalars['ID']['input']>
  employment?: InputMaybe<Array<Employment>>
  level?: InputMaybe<Array<SchoolLevel>>
  /** Part of the person's name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>
  /** At this office, at one below it, or at a school that one of these runs. */
  office?: InputMaybe<Scalars['ID']['input']>
  position?: InputMaybe<Array<Position>>
  school?: InputMaybe<Scalars['ID']['input']>
}

export type AssignmentOrder = {
  direction?: OrderDirection
  field: AssignmentOrderField
}

export enum AssignmentOrderField {
  /** The first day. */
  FROM = 'FROM',
  /** The person's name. */
  NAME = 'NAME',
}

/** Evidence for a plan. */
export type AttachEvidenceInput = {
  document: EvidenceDocumentInput
  plan: Scalars['ID']['input']
  subject: EvidenceSubjectInput
}

/**
 * Jejak audit: something that was done or read. Of reading, an entry for each request and type that gave what is private to somebody else
 * (birthDate, sex, email; a plan), or any data about people to an API key. Seen by operators.
 */
export type AuditEntry = {
  /** `READ`; `REFUSED`, where something was asked for that the viewer may not see; `DOWNLOAD`, where a file was given; or the name of the mutation or command. */
  action: Scalars['String']['output']
  /** The id of the API key that was used. */
  apiKey?: Maybe<Scalars['ID']['output']>
  at: Scalars['DateTime']['output']
  /** Ascends; `npm run audit-verify` names entries by it. */
  number: Scalars['String']['output']
  /** Who it was; null for operators, analysts and API keys. */
  person?: Maybe<Person>
  /** The request's id, as in its header `x-request-id`; null for a command. */
  requestId?: Maybe<Scalars['String']['output']>
  /** As what somebody was signed in. */
  role: ViewerRole
  /** How many it is about. */
  subjectCount: Scalars['Int']['output']
  /** The people it is about, as far as they are still known. */
  subjects: Array<Person>
  /** The type of what was read or changed. */
  type: Scalars['String']['output']
}

export type AuditEntryConnection = {
  edges: Array<AuditEntryEdge>
  nodes: Array<AuditEntry>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type AuditEntryEdge = {
  cursor: Scalars['String']['output']
  node: AuditEntry
}

/** Only entries that fit everything given. */
export type AuditFilter = {
  action?: InputMaybe<Scalars['String']['input']>
  /** Done or read with this API key. */
  apiKey?: InputMaybe<Scalars['ID']['input']>
  /** At this moment or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>
  /** Done or read by this person. */
  person?: InputMaybe<Scalars['ID']['input']>
  /** About this person. */
  subject?: InputMaybe<Scalars['ID']['input']>
  /** Before this moment. */
  to?: InputMaybe<Scalars['DateTime']['input']>
}

/** Kategori kesadaran, by the observer (forms C and D, by a form app that follows them). */
export enum Awareness {
  /** Sadar kesulitan. */
  AWARE_OF_DIFFICULTY = 'AWARE_OF_DIFFICULTY',
  /** Sadar dampak kesulitan. */
  AWARE_OF_IMPACT = 'AWARE_OF_IMPACT',
  /** Tidak sadar kesulitan. */
  UNAWARE = 'UNAWARE',
}

/** Dasar penugasan: on which footing somebody holds a position. */
export enum Basis {
  /** Pelaksana tugas (Plt): acting, beside the person's own post. */
  ACTING = 'ACTING',
  /** Definitif. */
  DEFINITIVE = 'DEFINITIVE',
}

/** How one target behaviour was seen. */
export type BehaviourRating = {
  behaviour: TargetBehaviour
  /** Of single example lines, where the observer rated these too. */
  examples: Array<ExampleRating>
  level: RubricLevel
  /** Catatan bukti perilaku: what was seen. */
  note?: Maybe<Scalars['String']['output']>
}

/** The rating of a target behaviour. */
export type BehaviourRatingInput = {
  /** One that was prepared. */
  behaviour: Scalars['ID']['input']
  /** Each line at most once. */
  examples?: Array<ExampleRatingInput>
  level: RubricLevel
  /** What was seen; 1 to 10,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>
}

/** In which capacity somebody supervises. */
export enum Capacity {
  /** Pejabat penilai kinerja: rates, and sees everybody below. On any day these edges form a forest. */
  APPRAISER = 'APPRAISER',
  /** Tim Kerja: observes and recommends, for the assignments given to it, one step down. Sees these, and nobody below them. */
  WORK_TEAM = 'WORK_TEAM',
}

/** How sure a fact about the rules of Pengelolaan Kinerja is. */
export enum Certainty {
  /** Sources contradict each other; the note says how. */
  CONTRADICTED = 'CONTRADICTED',
  /** Looked for and not found: a person decides. */
  NOT_FOUND = 'NOT_FOUND',
  /** One source: an official text, or a copy of one. */
  ONE_OFFICIAL_SOURCE = 'ONE_OFFICIAL_SOURCE',
  /** One source: news, a blog, an upload, somebody's program. */
  ONE_UNOFFICIAL_SOURCE = 'ONE_UNOFFICIAL_SOURCE',
  /** Several independent sources agree. */
  SEVERAL_SOURCES = 'SEVERAL_SOURCES',
  /** Background knowledge that no source confirmed. */
  UNCONFIRMED = 'UNCONFIRMED',
}

/** The answer to a reflection. */
export type ConcludeObservationInput = {
  awareness: Awareness
  /** 1 to 10,000 characters. */
  note: Scalars['String']['input']
  observation: Scalars['ID']['input']
  version: Scalars['Int']['input']
}

/** Something that follows from the predicate, or does not, as far as the predicate decides. */
export type Consequence = {
  certainty: Certainty
  english: Scalars['String']['output']
  holds: Scalars['Boolean']['output']
  indonesian: Scalars['String']['output']
  kind: ConsequenceKind
  sources: Array<Scalars['String']['output']>
}

/** What follows from a predicate. */
export enum ConsequenceKind {
  /** Tunjangan Profesi Guru (TPG): needs at least GOOD. */
  ALLOWANCE_ELIGIBLE = 'ALLOWANCE_ELIGIBLE',
  /** The main consideration when the contract of a PPPK is extended. */
  CONTRACT_CONSIDERATION = 'CONTRACT_CONSIDERATION',
  /** The result goes to e-Kinerja BKN: of civil servants, and of the definitive post only. */
  FLOWS_TO_E_KINERJA = 'FLOWS_TO_E_KINERJA',
}

/** What a new API key is for. */
export type CreateApiKeyInput = {
  /** True: only trusted documents may be asked with it. */
  documentsOnly?: Scalars['Boolean']['input']
  /** Default: in a year. At most in two. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>
  /** 1 to 100 characters. */
  name: Scalars['String']['input']
  /** It will reach this office and those below it. */
  office: Scalars['ID']['input']
  /** At least one. `IMPORT_WRITE` is given by operators only. */
  scopes: Array<Scope>
}

/** A new API key. */
export type CreateApiKeyPayload = {
  apiKey?: Maybe<ApiKey>
  /** All of the key, told this once: keep it where programs keep secrets. */
  secret: Scalars['String']['output']
}

/**
 * Angka kredit: coefficient × percentage × months / 12, rounded half up to two decimals (PermenPANRB 1/2023; rounding and months as in
 * public code). Only of a PNS of rank III/a to IV/e in a definitive post: for others `value` is null, and the words say why.
 */
export type CreditPoints = {
  /** As in `12.5 × 150% × 6/12 = 9.38`. */
  calculation?: Maybe<Scalars['String']['output']>
  /** A year's points of the grade (jenjang): 12.5, 25, 37.5 or 50. */
  coefficient?: Maybe<Scalars['Float']['output']>
  english: Scalars['String']['output']
  indonesian: Scalars['String']['output']
  /** The months of the period on whose first day the post was held. */
  months: Scalars['Int']['output']
  /** What the predicate is worth, in percent: 150, 100, 75, 50 or 25. */
  percentage?: Maybe<Scalars['Int']['output']>
  sources: Array<Scalars['String']['output']>
  value?: Maybe<Scalars['Float']['output']>
}

/** How often a cycle ends. */
export enum Cycle {
  SEMESTER = 'SEMESTER',
  YEAR = 'YEAR',
}

/** One time that somebody was given data of a person, or changed it; of whoever it was no more than who must answer for it. Seen as the DataExport. */
export type DataAccess = {
  /** `READ`, `DOWNLOAD`, or the name of the mutation or command. */
  action: Scalars['String']['output']
  /** The name of the API key that was used. */
  apiKey?: Maybe<Scalars['String']['output']>
  at: Scalars['DateTime']['output']
  /** The name of the person; null for operators, analysts and API keys. */
  name?: Maybe<Scalars['String']['output']>
  /** The position of the person on that day, the definitive one first; null for all others. */
  position?: Maybe<Position>
  /** The id of the request; quote it when you ask about it. */
  requestId?: Maybe<Scalars['String']['output']>
  role: ViewerRole
  /** The type of what was read or changed. */
  type: Scalars['String']['output']
}

export type DataAccessConnection = {
  edges: Array<DataAccessEdge>
  nodes: Array<DataAccess>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type DataAccessEdge = {
  cursor: Scalars['String']['output']
  node: DataAccess
}

/** Everything that is kept about a person, for himself (UU 27/2022 on personal data, art. 32). Seen by the person and by operators. */
export type DataExport = {
  /** Who else was given data of the person, newest first. `first` is 1 to 100. */
  accesses: DataAccessConnection
  /** All appraisals that were given to the person, in whatever post, the last changed first. `first` is 1 to 100. */
  appraisals: AppraisalConnection
  /** All evidence of the person, in whatever post, the last changed first; its files are had as everywhere. `first` is 1 to 100. */
  evidence: EvidenceConnection
  /** All that the person was told, newest first; null for operators, who do not see it. `first` is 1 to 100. */
  notifications?: Maybe<NotificationConnection>
  /**
   * All observations of the person, in whatever post, the last changed first: with what whoever asks sees of them, never with what an observer
   * has noted for himself. `first` is 1 to 100.
   */
  observations: ObservationConnection
  /** With all assignments, and all who supervised each. */
  person: Person
  /** All plans of the person, in whatever post, the last changed first. `first` is 1 to 100. */
  plans: PlanConnection
}

/** Everything that is kept about a person, for himself (UU 27/2022 on personal data, art. 32). Seen by the person and by operators. */
export type DataExportaccessesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

/** Everything that is kept about a person, for himself (UU 27/2022 on personal data, art. 32). Seen by the person and by operators. */
export type DataExportappraisalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

/** Everything that is kept about a person, for himself (UU 27/2022 on personal data, art. 32). Seen by the person and by operators. */
export type DataExportevidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

/** Everything that is kept about a person, for himself (UU 27/2022 on personal data, art. 32). Seen by the person and by operators. */
export type DataExportnotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

/** Everything that is kept about a person, for himself (UU 27/2022 on personal data, art. 32). Seen by the person and by operators. */
export type DataExportobservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

/** Everything that is kept about a person, for himself (UU 27/2022 on personal data, art. 32). Seen by the person and by operators. */
export type DataExportplansArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

/** What the head of the office decides about a principal. */
export type DecideAppraisalInput = {
  appraisal: Scalars['ID']['input']
  /** Another rating of behaviour than recommended. */
  behaviour?: InputMaybe<ExpectationRating>
  /** Why it is another; needed then. 1 to 10,000 characters of plain text. */
  reason?: InputMaybe<Scalars['String']['input']>
  /** Another rating of results than recommended. */
  result?: InputMaybe<ExpectationRating>
  version: Scalars['Int']['input']
}

/** What the appraiser's superior decides on an objection. */
export type DecideObjectionInput = {
  appraisal: Scalars['ID']['input']
  /** Another rating of behaviour from now on. */
  behaviour?: InputMaybe<ExpectationRating>
  /** How the appraiser was heard, where he has not answered here; needed then. 1 to 10,000 characters of plain text. */
  hearing?: InputMaybe<Scalars['String']['input']>
  /** 1 to 10,000 characters of plain text. */
  reason: Scalars['String']['input']
  /** Another rating of results from now on. */
  result?: InputMaybe<ExpectationRating>
  version: Scalars['Int']['input']
}

/**
 * Rencana hasil kerja pengembangan kompetensi: a line of a period's catalogue of development. The whole official table was not found: the
 * rows that sources give are here, an operator loads the others. Everybody may read it.
 */
export type DevelopmentActivity = Node & {
  /** The catalogue it is of; a plan keeps to the one it began with. */
  catalogue: Scalars['String']['output']
  certainty: Certainty
  /** What proves it. */
  evidence?: Maybe<Scalars['String']['output']>
  id: Scalars['ID']['output']
  /** In Indonesian. */
  name: Scalars['String']['output']
  note?: Maybe<Scalars['String']['output']>
  /** Its number in the official table; null where no source gives it. */
  number?: Maybe<Scalars['Int']['output']>
  /** The period it is of (its code). */
  period: Scalars['String']['output']
  /** Null where no source gives them, and where the period has no points. */
  points?: Maybe<Scalars['Int']['output']>
  /** Who can choose it. */
  positions: Array<Position>
  sources: Array<Scalars['String']['output']>
  /** What counts once. */
  unit?: Maybe<Scalars['String']['output']>
}

/** A line of a catalogue. */
export type DevelopmentActivityInput = {
  certainty: Certainty
  evidence?: InputMaybe<Scalars['String']['input']>
  /** 1 to 500 characters. */
  name: Scalars['String']['input']
  note?: InputMaybe<Scalars['String']['input']>
  /** 1 to 999, each once. */
  number?: InputMaybe<Scalars['Int']['input']>
  /** 1 to 128. */
  points?: InputMaybe<Scalars['Int']['input']>
  positions: Array<Position>
  /** Where it is written: at least one. */
  sources: Array<Scalars['String']['input']>
  unit?: InputMaybe<Scalars['String']['input']>
}

/** What came out of the talk. */
export type DiscussObservationInput = {
  discussion: ObservationDiscussionInput
  observation: Scalars['ID']['input']
  version: Scalars['Int']['input']
}

/**
 * How predicates are distributed, held against the pattern of an organisation's predicate (SE MenPANRB 3/2023). It counts appraisals that
 * are recommended or given, as far as the viewer sees their content, and changes nobody's predicate.
 */
export type Distribution = {
  /** What the pattern asks for. */
  clauses: Array<DistributionClause>
  /** Whether all clauses hold. */
  fits: Scalars['Boolean']['output']
  /** One for each predicate, the best first. */
  shares: Array<DistributionShare>
  /** How many appraisals are counted; a person with two posts counts twice. */
  total: Scalars['Int']['output']
}

/** One thing that a pattern asks for. "Most" (sebagian besar) is read as: no other predicate is more frequent. */
export type DistributionClause = {
  english: Scalars['String']['output']
  holds: Scalars['Boolean']['output']
  indonesian: Scalars['String']['output']
  /** What they make up, of 100. */
  percent: Scalars['Float']['output']
  /** Of which predicates together. */
  predicates: Array<Predicate>
}

/** How many have one predicate. */
export type DistributionShare = {
  count: Scalars['Int']['output']
  /** Of 100, with two decimals. */
  percent: Scalars['Float']['output']
  predicate: Predicate
}

/** A new appraisal. */
export type DraftAppraisalInput = {
  content?: InputMaybe<AppraisalContentInput>
  plan: Scalars['ID']['input']
}

/** A new plan. */
export type DraftPlanInput = {
  assignment: Scalars['ID']['input']
  content?: InputMaybe<PlanContentInput>
  /** A period's code: `2026`. */
  period: Scalars['String']['input']
}

/** Status kepegawaian. */
export enum Employment {
  /** Not a civil servant, as in many private schools. Takes part if he wishes; nothing flows to e-Kinerja. */
  NON_ASN = 'NON_ASN',
  /** Pegawai negeri sipil: permanent civil servant. */
  PNS = 'PNS',
  /** Pegawai pemerintah dengan perjanjian kerja: civil servant on contract. */
  PPPK = 'PPPK',
}

/** Why a request was refused. Every error carries one as `extensions.code`, and a message that says what to do. */
export enum ErrorCode {
  /** The body is not JSON, or carries no query; or it is no file that evidence can be. */
  BAD_REQUEST = 'BAD_REQUEST',
  /** A value is malformed or out of range: an id of another type, `first: 0`, 30 February, a cursor of another list. */
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  /** What you want to change has changed meanwhile, or cannot be done any more. Read it again, and decide again. */
  CONFLICT = 'CONFLICT',
  /** Events are kept for two days, and the cursor is older: read again what you watch, and subscribe without `after`. */
  CURSOR_EXPIRED = 'CURSOR_EXPIRED',
  /** Signed in, and not allowed. */
  FORBIDDEN = 'FORBIDDEN',
  /** The document is not GraphQL. */
  GRAPHQL_PARSE_FAILED = 'GRAPHQL_PARSE_FAILED',
  /** The document asks for what the schema does not have. */
  GRAPHQL_VALIDATION_FAILED = 'GRAPHQL_VALIDATION_FAILED',
  /** Our mistake. Quote `extensions.requestId` when you report it. */
  INTERNAL = 'INTERNAL',
  /** There is no such thing, or you may not know of it: the two are never told apart. */
  NOT_FOUND = 'NOT_FOUND',
  /**
   * The document is larger, deeper or dearer than one request may be (HTTP 400): 2,000 tokens, 12 levels, 50 root fields and aliases,
   * 20 directives, 10,000 rows of pages, 200,000 points. Ask for less at a time.
   */
  QUERY_TOO_LARGE = 'QUERY_TOO_LARGE',
  /** The budget is used up (HTTP 429). Ask again after the seconds that `Retry-After` tells, or ask for less. */
  RATE_LIMITED = 'RATE_LIMITED',
  /** The database or the store of files cannot be reached or has no room, or another change was in the way. Ask again after the seconds that `Retry-After` tells. */
  SERVICE_UNAVAILABLE = 'SERVICE_UNAVAILABLE',
  /** The request took longer than it may. Ask for less, or again later. */
  TIMEOUT = 'TIMEOUT',
  /** No token, or one that is expired or not ours. Sign in again. */
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  /** No trusted document has the `documentId`. Send the text, or an id of the SDK's `documents.json`. */
  UNKNOWN_DOCUMENT = 'UNKNOWN_DOCUMENT',
}

/**
 * Bukti dukung: a document, and what of a plan it proves. It never changes: another document is another piece, which replaces it. Seen by
 * who sees the content of the plan, by programs with EVIDENCE_READ and by operators; on an earlier day as plans are.
 *
 * 2024 (`Period.evidence` is UPLOAD): a file, sent to `POST /evidence` before. 2025 on (CONFIRMATION): a link, or a statement; the
 * supervisor confirms that the document exists, and nothing is uploaded (disway 841738; mediabagi).
 *
 * A file is had from `GET /evidence/<id>`, with the same token and by the same right; each time goes on record as DOWNLOAD.
 */
export type Evidence = Node & {
  /** Of ACTIVITY alone. */
  activity?: Maybe<DevelopmentActivity>
  /** Whose it is. */
  assignment: Assignment
  /** How large the file is. */
  bytes?: Maybe<Scalars['Int']['output']>
  changedAt: Scalars['DateTime']['output']
  /** The day on the document: within the period (Bab V Pasal 22, by scribd 701144283). */
  date: Scalars['Date']['output']
  /** Of DUTY alone: its name in the plan. */
  duty?: Maybe<Scalars['String']['output']>
  /** Everything that was done with it, oldest first. */
  history: Array<EvidenceStep>
  id: Scalars['ID']['output']
  /** Penerbit: who gave the document out. 1 to 200 characters. */
  issuer: Scalars['String']['output']
  kind: EvidenceKind
  /** An https address; nobody opens it for you. */
  link?: Maybe<Scalars['String']['output']>
  /** What the file is by its content: `application/pdf`, `image/jpeg` or `image/png`. */
  mediaType?: Maybe<Scalars['String']['output']>
  /** Of OBSERVATION and FOLLOW_UP alone. Null where the viewer may not see it: a program without APPRAISAL_READ. */
  observation?: Maybe<Observation>
  /** Null where the viewer may not see it: a program without PLAN_READ. */
  plan?: Maybe<Plan>
  /** The piece in whose place this one is. */
  replaces?: Maybe<Evidence>
  /** Of the file, in 64 hexadecimal digits; null where there is no file. */
  sha256?: Maybe<Scalars['String']['output']>
  /** Penanda tangan; null where nobody signed. */
  signer?: Maybe<Scalars['String']['output']>
  /** As what he signed: `Ketua MGMP`. */
  signerRole?: Maybe<Scalars['String']['output']>
  /** What the owner says of the document: where it is kept. */
  statement?: Maybe<Scalars['String']['output']>
  status: EvidenceStatus
  subject: EvidenceSubject
  /** 1 to 200 characters. */
  title: Scalars['String']['output']
  /** Give this with every step. A step on another version is refused with CONFLICT, and `extensions.currentVersion` tells the current one. */
  version: Scalars['Int']['output']
}

/** What is done with a piece of evidence, step by step. */
export enum EvidenceAction {
  ATTACH = 'ATTACH',
  QUESTION = 'QUESTION',
  REPLACE = 'REPLACE',
  VERIFY = 'VERIFY',
  WITHDRAW = 'WITHDRAW',
}

export type EvidenceConnection = {
  edges: Array<EvidenceEdge>
  nodes: Array<Evidence>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

/** A document. 2024: `sha256`; 2025 on: `link` or `statement`; exactly one. */
export type EvidenceDocumentInput = {
  /** Within the period. */
  date: Scalars['Date']['input']
  /** 1 to 200 characters. */
  issuer: Scalars['String']['input']
  kind: EvidenceKind
  /** An https address without a user or password, at most 2,000 characters. */
  link?: InputMaybe<Scalars['String']['input']>
  /** What `POST /evidence` answered; of a file that the viewer himself sent. */
  sha256?: InputMaybe<Scalars['String']['input']>
  /** 1 to 200 characters. */
  signer?: InputMaybe<Scalars['String']['input']>
  /** 1 to 200 characters; with `signer` only. */
  signerRole?: InputMaybe<Scalars['String']['input']>
  /** 1 to 10,000 characters of plain text. */
  statement?: InputMaybe<Scalars['String']['input']>
  /** 1 to 200 characters. */
  title: Scalars['String']['input']
}

export type EvidenceEdge = {
  cursor: Scalars['String']['output']
  node: Evidence
}

/** Only evidence that fits everything given. */
export type EvidenceFilter = {
  /** A period's code: `2026`. */
  period?: InputMaybe<Scalars['String']['input']>
  plan?: InputMaybe<Scalars['ID']['input']>
  status?: InputMaybe<Array<EvidenceStatus>>
  subject?: InputMaybe<Array<EvidenceSubject>>
  /** Where the next step is the viewer's: to verify as direct supervisor, to answer a question as owner. */
  waitingForMe?: InputMaybe<Scalars['Boolean']['input']>
}

/** What a document is (jenis bukti dukung). */
export enum EvidenceKind {
  /** Sertifikat. Nobody needs an accreditation to give one: a principal, the head of an MGMP or of a learning community signs it (seed 000). */
  CERTIFICATE = 'CERTIFICATE',
  /** SK or surat tugas. */
  DECREE = 'DECREE',
  /** RPP or modul ajar, handed in before an observation. */
  LESSON_PLAN = 'LESSON_PLAN',
  /** Foto. */
  PHOTO = 'PHOTO',
  /** Refleksi. */
  REFLECTION = 'REFLECTION',
  /** Laporan. */
  REPORT = 'REPORT',
}

export type EvidenceOrder = {
  direction?: OrderDirection
  field: EvidenceOrderField
}

export enum EvidenceOrderField {
  /** When it was changed last. */
  CHANGED = 'CHANGED',
}

/** The evidence as it is now. */
export type EvidencePayload = {
  evidence?: Maybe<Evidence>
}

/** A step that needs a reason. */
export type EvidenceReasonInput = {
  evidence: Scalars['ID']['input']
  /** 1 to 10,000 characters of plain text. */
  reason: Scalars['String']['input']
  version: Scalars['Int']['input']
}

/** How achievements are evidenced. */
export enum EvidenceRule {
  /** Nothing is uploaded; the supervisor confirms that the documents exist. */
  CONFIRMATION = 'CONFIRMATION',
  /** Documents are uploaded. */
  UPLOAD = 'UPLOAD',
}

/** Where a piece of evidence stands. */
export enum EvidenceStatus {
  /** Attached; the supervisor has not looked at it yet. */
  ATTACHED = 'ATTACHED',
  /** Dipertanyakan: the supervisor has a question; the owner replaces or withdraws it, or the supervisor verifies it after all. */
  QUESTIONED = 'QUESTIONED',
  /** Another piece has taken its place. */
  REPLACED = 'REPLACED',
  /** Terverifikasi: the supervisor has confirmed it. */
  VERIFIED = 'VERIFIED',
  /** Its owner has taken it back. */
  WITHDRAWN = 'WITHDRAWN',
}

/** Something that was done with a piece of evidence. Seen with it. */
export type EvidenceStep = {
  action: EvidenceAction
  at: Scalars['DateTime']['output']
  from?: Maybe<EvidenceStatus>
  /** By whom; null for operators. */
  name?: Maybe<Scalars['String']['output']>
  /** The supervisor's question, or a note for the other side; null where none was given. */
  note?: Maybe<Scalars['String']['output']>
  to: EvidenceStatus
  /** The piece's version from then on. */
  version: Scalars['Int']['output']
}

/** A step with a piece of evidence. */
export type EvidenceStepInput = {
  evidence: Scalars['ID']['input']
  /** For the other side; 1 to 10,000 characters of plain text. */
  note?: InputMaybe<Scalars['String']['input']>
  /** As the evidence was when it was looked at. */
  version: Scalars['Int']['input']
}

/** What a piece of evidence is attached to. */
export enum EvidenceSubject {
  /** A development activity of the plan (pengembangan kompetensi). */
  ACTIVITY = 'ACTIVITY',
  /** An additional duty of the plan (tugas tambahan). */
  DUTY = 'DUTY',
  /** What was done after an observation (tindak lanjut). */
  FOLLOW_UP = 'FOLLOW_UP',
  /** An observation of the plan. */
  OBSERVATION = 'OBSERVATION',
}

/** What a document proves: exactly one of these. */
export type EvidenceSubjectInput = {
  /** One that is in the plan. */
  activity?: InputMaybe<Scalars['ID']['input']>
  /** The name of one that is in the plan, as it stands there. */
  duty?: InputMaybe<Scalars['String']['input']>
  /** The observation of the plan that it follows. */
  followUp?: InputMaybe<Scalars['ID']['input']>
  /** An observation of the plan. */
  observation?: InputMaybe<Scalars['ID']['input']>
}

/** On which side of the sheet an example line stands: three of each for every target behaviour. */
export enum ExampleKind {
  /** Perilaku yang dihindari. */
  AVOIDED = 'AVOIDED',
  /** Perilaku yang dianjurkan. */
  RECOMMENDED = 'RECOMMENDED',
}

/** How one line of the sheet's examples was seen. */
export type ExampleRating = {
  kind: ExampleKind
  level: RubricLevel
  /** 1 to 3. */
  number: Scalars['Int']['output']
}

/** The rating of an example line. */
export type ExampleRatingInput = {
  kind: ExampleKind
  level: RubricLevel
  /** 1 to 3. */
  number: Scalars['Int']['input']
}

/** Rating terhadap ekspektasi pimpinan, of work results (hasil kerja) and of behaviour (perilaku kerja) (PermenPANRB 6/2022). */
export enum ExpectationRating {
  /** Di atas ekspektasi. */
  ABOVE = 'ABOVE',
  /** Di bawah ekspektasi. */
  BELOW = 'BELOW',
  /** Sesuai ekspektasi. */
  MEETS = 'MEETS',
}

/** One fact that led to the predicate, or follows from it. */
export type ExplanationFact = {
  certainty: Certainty
  english: Scalars['String']['output']
  indonesian: Scalars['String']['output']
  /** The rule set it stands on: a period's rules, or a regulation. */
  rules: Scalars['String']['output']
  sources: Array<Scalars['String']['output']>
  topic: ExplanationTopic
}

/** What a fact of an explanation is about. */
export enum ExplanationTopic {
  /** The rating of behaviour, as it was decided. */
  BEHAVIOUR = 'BEHAVIOUR',
  CONSEQUENCE = 'CONSEQUENCE',
  /** Angka kredit. */
  CREDIT_POINTS = 'CREDIT_POINTS',
  /** The decision on an objection. */
  OBJECTION = 'OBJECTION',
  /** What was seen in observations. */
  OBSERVATION = 'OBSERVATION',
  /** The organisation's predicate. */
  ORGANISATION = 'ORGANISATION',
  /** How the two became the predicate. */
  PREDICATE = 'PREDICATE',
  /** The rating of work results, as it was decided. */
  RESULT = 'RESULT',
  /** The rules of the period. */
  RULES = 'RULES',
  /** What the system suggested. */
  SUGGESTION = 'SUGGESTION',
}

/** A window to open for an office and those below it. */
export type ExtendWindowInput = {
  /** First day (default: today). */
  from?: InputMaybe<Scalars['Date']['input']>
  office: Scalars['ID']['input']
  /** A period's code: `2024-S1`. */
  period: Scalars['String']['input']
  /** 1 to 10,000 characters of plain text. Everybody who is signed in can read it: name nobody. */
  reason: Scalars['String']['input']
  stage: Stage
  /** First day after the end: after `from`. */
  until: Scalars['Date']['input']
}

/** The window as it was opened. */
export type ExtendWindowPayload = {
  extension?: Maybe<WindowExtension>
}

/** The end of observing. */
export type FinishObservationInput = {
  observation: Scalars['ID']['input']
  /** Default: as it was recorded. */
  sheet?: InputMaybe<ObservationSheetInput>
  version: Scalars['Int']['input']
}

/** Upaya tindak lanjut: one effort, from any source of learning (seed 000). */
export type FollowUp = {
  /** A certificate, where there is one; none is required. */
  certificate?: Maybe<Scalars['String']['output']>
  /** What was done. */
  effort: Scalars['String']['output']
  /** 1 for the first. */
  number: Scalars['Int']['output']
  /** The day it was done, or finished. */
  on: Scalars['Date']['output']
  place: LearningPlace
  /** What was learned from: a training, a colleague, a community, a book. */
  source: Scalars['String']['output']
}

/** An effort; texts are 1 to 10,000 characters. */
export type FollowUpInput = {
  certificate?: InputMaybe<Scalars['String']['input']>
  effort: Scalars['String']['input']
  /** Not after today; in the period. */
  on: Scalars['Date']['input']
  place: LearningPlace
  source: Scalars['String']['input']
}

/** One more effort. */
export type FollowUpObservationInput = {
  followUp: FollowUpInput
  observation: Scalars['ID']['input']
  version: Scalars['Int']['input']
}

/** A catalogue as a whole: lines that are to stay are given again. */
export type ImportActivityCatalogueInput = {
  /** 1 to 500. */
  activities: Array<DevelopmentActivityInput>
  /** Its name, new in the period: 1 to 40 characters, as `juknis-2024`. */
  catalogue: Scalars['String']['input']
  /** A period's code: `2024-S2`. */
  period: Scalars['String']['input']
}

/** The catalogue as it was loaded. */
export type ImportActivityCataloguePayload = {
  /** The lines, in their order. */
  activities: Array<Maybe<DevelopmentActivity>>
}

/** Why a row of a delivered file was refused. */
export enum ImportCode {
  BAD_FORMAT = 'BAD_FORMAT',
  BAD_INTERVAL = 'BAD_INTERVAL',
  DUPLICATE = 'DUPLICATE',
  MISSING_VALUE = 'MISSING_VALUE',
  OVERLAP = 'OVERLAP',
  SELF_SUPERVISION = 'SELF_SUPERVISION',
  /** A spreadsheet has destroyed the value, as in `1.98507E+17`. */
  SPREADSHEET_DAMAGE = 'SPREADSHEET_DAMAGE',
  SUPERVISION_CYCLE = 'SUPERVISION_CYCLE',
  UNKNOWN_REFERENCE = 'UNKNOWN_REFERENCE',
  UNKNOWN_VALUE = 'UNKNOWN_VALUE',
}

/** One file of a run. Counts are rows. */
export type ImportFile = {
  file: Scalars['String']['output']
  inserted: Scalars['Int']['output']
  /** Rows of earlier deliveries that this one does not hold; they were left alone. */
  missing: Scalars['Int']['output']
  refused: Scalars['Int']['output']
  rows: Scalars['Int']['output']
  unchanged: Scalars['Int']['output']
  updated: Scalars['Int']['output']
}

/** A row that was not loaded. */
export type ImportRefusal = {
  /** What to do about it. */
  advice: Scalars['String']['output']
  code: ImportCode
  column?: Maybe<Scalars['String']['output']>
  file: Scalars['String']['output']
  /** 1 is the header. */
  line: Scalars['Int']['output']
  /** As delivered; all but the last four characters of a NIP, NUPTK or NIK are masked. */
  value?: Maybe<Scalars['String']['output']>
}

export type ImportRefusalConnection = {
  edges: Array<ImportRefusalEdge>
  nodes: Array<ImportRefusal>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type ImportRefusalEdge = {
  cursor: Scalars['String']['output']
  node: ImportRefusal
}

/** One run of the import: what was delivered, what was loaded, what was refused. Operators only. */
export type ImportReport = Node & {
  /** In the order they were loaded. */
  files: Array<ImportFile>
  /** Null while it runs, or when it was interrupted. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>
  id: Scalars['ID']['output']
  /** In the order of files and lines. `first` is 1 to 100. */
  refusals: ImportRefusalConnection
  startedAt: Scalars['DateTime']['output']
}

/** One run of the import: what was delivered, what was loaded, what was refused. Operators only. */
export type ImportReportrefusalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

export type ImportReportConnection = {
  edges: Array<ImportReportEdge>
  nodes: Array<ImportReport>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type ImportReportEdge = {
  cursor: Scalars['String']['output']
  node: ImportReport
}

/**
 * Indikator kinerja: a practice that a teacher or principal can choose to be observed on. The teachers' eight come from Rapor
 * Pendidikan D.1, the principals' eight from D.3. Everybody may read the catalogue, signed in or not.
 */
export type Indicator = Node & {
  /** Fokus perilaku: what is looked at, in order; empty where no source gives it. */
  behaviours: Array<TargetBehaviour>
  /** How sure the entry is. */
  certainty: Certainty
  /** Our own stable key, for instance `POSITIVE_DISCIPLINE`. An official sub-code was not found. */
  code: Scalars['String']['output']
  /** The dimension within that code, in Indonesian; null where no source names one. */
  dimension?: Maybe<Scalars['String']['output']>
  /** How sure the dimension is. */
  dimensionCertainty: Certainty
  id: Scalars['ID']['output']
  /** The official short name, in Indonesian. */
  name: Scalars['String']['output']
  nameEnglish: Scalars['String']['output']
  /** What to know before relying on it. */
  note?: Maybe<Scalars['String']['output']>
  /** The periods whose catalogue holds it, oldest first. */
  periods: Array<Period>
  /** The Rapor Pendidikan code it derives from: `D.1` or `D.3`. */
  reportCardCode: Scalars['String']['output']
  /** Who can choose it: TEACHER or PRINCIPAL. */
  role: Position
  /** Where the entry comes from. */
  sources: Array<Scalars['String']['output']>
}

/** Where an effort is made; both count alike (seed 000). */
export enum LearningPlace {
  /** Anywhere else. */
  ELSEWHERE = 'ELSEWHERE',
  /** In PMM or Ruang GTK. */
  PLATFORM = 'PLATFORM',
}

/** What was marked. */
export type MarkNotificationsReadPayload = {
  /** How many were unread before. */
  marked: Scalars['Int']['output']
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type Mutation = {
  /** Agrees to the schedule that was offered. The observed. CONFLICT: none is. */
  acceptObservation: ObservationPayload
  /**
   * Changes a plan (penyesuaian), with a note for each item that changes; its owner decides. The direct supervisor. BAD_USER_INPUT: nothing
   * changes, a note is missing, or as draftPlan. CONFLICT: as approvePlan.
   */
  adjustPlan: PlanPayload
  /** Agrees to the schedule. The observer. CONFLICT: none is proposed, or the plan has changed since. */
  agreeToObservation: ObservationPayload
  /** Agrees to an adjusted plan (sepakati). Its owner. CONFLICT: not adjusted. */
  agreeToPlan: PlanPayload
  /** What the appraiser says to an objection. The direct supervisor. CONFLICT: no objection, or answered before. */
  answerObjection: AppraisalPayload
  /** Agrees to a plan as it is: it is AGREED and locked. The direct supervisor. CONFLICT: not handed in, or not yet clarified where a work team has to. */
  approvePlan: PlanPayload
  /**
   * Attaches a document to an agreed plan (unggah bukti). Its owner. BAD_USER_INPUT: not in the plan, a date outside the period, a file in
   * 2025 or none in 2024. NOT_FOUND: no such plan, or no such file of the viewer's. CONFLICT: the plan is not agreed, is for planning alone,
   * or has 100 pieces; or the period is not on.
   */
  attachEvidence: EvidencePayload
  /** Gives the cycle up (batal): another can begin. Both sides, on any day of the period. CONFLICT: it was observed. */
  cancelObservation: ObservationPayload
  /** Says that a principal's plan has been talked over (klarifikasi). The work team (SE 3324/C1/GT.01.08/2024). CONFLICT: not handed in. */
  clarifyPlan: PlanPayload
  /** Answers the reflection: the cycle is over. The observer, while execution or appraisal is open. CONFLICT: nobody has reflected. */
  concludeObservation: ObservationPayload
  /**
   * Makes an API key. Operators for every office; administrators of an office (OFFICE_ADMIN today) for it and those below it.
   * FORBIDDEN: anybody else. NOT_FOUND: no such office. BAD_USER_INPUT: a name, scopes or an end that a key cannot have.
   * CONFLICT: it was made already, under the same `Idempotency-Key`.
   */
  createApiKey: CreateApiKeyPayload
  /**
   * Decides about a principal: the appraisal is FINAL and given to its owner. The direct supervisor, who is the head of the office.
   * BAD_USER_INPUT: another rating without a reason. CONFLICT: not recommended, or a teacher's, which the organisation's predicate makes final.
   */
  decideAppraisal: AppraisalPayload
  /**
   * Decides on an objection, with or without other ratings: DECIDED. The appraiser's superior, as soon as the register names one; never who
   * appraised. BAD_USER_INPUT: the appraiser has not answered, and `hearing` does not say how he was heard. CONFLICT: no objection.
   */
  decideObjection: AppraisalPayload
  /** Keeps what came out of the talk. The observer. CONFLICT: the sheet is not shared. */
  discussObservation: ObservationPayload
  /**
   * Begins the appraisal of an agreed plan, while appraisal is open. The direct supervisor, or the work team. CONFLICT: there is one, the plan
   * is not agreed, or appraisal is closed. BAD_USER_INPUT: a text out of range, a value twice. NOT_FOUND: no plan that you may see.
   */
  draftAppraisal: AppraisalPayload
  /**
   * Begins a plan (menyusun SKP), while planning is open. Its owner. CONFLICT: there is one, or planning is closed. FORBIDDEN: who does not
   * take part in the period. BAD_USER_INPUT: an indicator, behaviour or activity of another period, position or catalogue. NOT_FOUND: no
   * assignment of the viewer's.
   */
  draftPlan: PlanPayload
  /**
   * Opens a stage's window again, or for longer, for an office and those below it. Operators. BAD_USER_INPUT: no such period, `until` is not
   * after `from`, or a reason of another length. NOT_FOUND: no such office.
   */
  extendWindow: ExtendWindowPayload
  /**
   * Ends observing: each target behaviour has a level and a note of what was seen; where the catalogue knows no behaviours, the sheet has a
   * note. The observer. BAD_USER_INPUT: something is missing, or as recordObservation. CONFLICT: no schedule is agreed.
   */
  finishObservation: ObservationPayload
  /**
   * Adds an effort; 50 at most. The observed. CONFLICT: it has not been discussed. BAD_USER_INPUT: a day that is not of the period, or is
   * still to come.
   */
  followUpObservation: ObservationPayload
  /** Makes an agreed plan a draft again, its content as it was. Operators. CONFLICT: not asked for, or its appraisal is recommended or given. */
  grantPlanReset: PlanPayload
  /**
   * Loads a catalogue for a period. Plans begun before keep theirs. Operators. CONFLICT: there is one of that name. BAD_USER_INPUT: no such
   * period, or lines that a catalogue cannot have.
   */
  importActivityCatalogue: ImportActivityCataloguePayload
  /** Marks notifications of the viewer as read: those named (at most 100), or all. NOT_FOUND: one is not his. FORBIDDEN: not a person. */
  markNotificationsRead: MarkNotificationsReadPayload
  /**
   * Objects to the result (keberatan), to the appraiser's superior (PP 30/2019 ps 59). Its owner. CONFLICT: not FINAL, objected before, or
   * more than 14 days after it was given. The days within PMM were not found: the 14 of the regulation are taken.
   */
  objectToAppraisal: AppraisalPayload
  /** Offers another schedule; the observed answers. The observer. CONFLICT: it is being observed, or was. */
  offerObservation: ObservationPayload
  /**
   * Begins a cycle (persiapan observasi) of an agreed plan, while execution is open; a period whose execution days no source gives is open on
   * all its days. Its owner. CONFLICT: the plan is not agreed or is for planning alone, a cycle is not over yet (one at a time: no source
   * says), or execution is closed. BAD_USER_INPUT: a behaviour that is not the plan's, or a day on which execution is not open.
   */
  prepareObservation: ObservationPayload
  /**
   * Hands the preparation with its schedule to the observer. The observed. BAD_USER_INPUT: no mode, behaviour or schedule. CONFLICT: not in
   * preparation.
   */
  proposeObservation: ObservationPayload
  /** Questions evidence, verified or not, with a reason. The direct supervisor. CONFLICT: neither attached nor verified, or another version. */
  questionEvidence: EvidencePayload
  /**
   * Recommends a predicate. The direct supervisor (of a teacher: the principal), or the work team. BAD_USER_INPUT: an aspect, a rating or the
   * reason for another result than suggested is missing. CONFLICT: as saveAppraisal, or the plan is not agreed any more.
   */
  recommendAppraisal: AppraisalPayload
  /**
   * Keeps the sheet as far as it is; the observed does not see it. The observer. CONFLICT: no schedule is agreed. BAD_USER_INPUT: a behaviour
   * that was not prepared, or a day on which it cannot have been.
   */
  recordObservation: ObservationPayload
  /** Reflects, after one follow-up or more, while execution or appraisal is open. The observed. CONFLICT: nothing was followed up. */
  reflectOnObservation: ObservationPayload
  /** Leaves an agreed plan as it is. Operators. CONFLICT: not asked for. */
  refusePlanReset: PlanPayload
  /** Puts another document in the place of one that is not verified; answers the new one. Its owner. BAD_USER_INPUT: as attachEvidence. CONFLICT: as attachEvidence, or verified, replaced or withdrawn. */
  replaceEvidence: EvidencePayload
  /** Asks for the one reset of the period (eduapaadanya.blogspot.com/2024/01). Its owner. CONFLICT: not agreed, reset before, or its result was given. */
  requestPlanReset: PlanPayload
  /** Proposes another schedule; the observer answers. The observed. CONFLICT: it is being observed, or was. */
  rescheduleObservation: ObservationPayload
  /** Makes a recommended appraisal a draft again. The direct supervisor, or who is above him. CONFLICT: not recommended. */
  returnAppraisal: AppraisalPayload
  /** Begins to look at a plan: from now on it cannot be withdrawn. The direct supervisor, or the work team. CONFLICT: not handed in. */
  reviewPlan: PlanPayload
  /** Ends a key within a second; one that has ended already stays as it is. NOT_FOUND: none that you may see. */
  revokeApiKey: RevokeApiKeyPayload
  /**
   * Makes a second key with the same name, office, scopes and lifetime, so that programs can change over; then revoke the old one.
   * NOT_FOUND: none that you may see. CONFLICT: two are live already, or this one has ended. FORBIDDEN: it has a scope that you may not give.
   */
  rotateApiKey: RotateApiKeyPayload
  /** Gives a draft another content. The direct supervisor, or the work team. CONFLICT: no draft, appraisal is closed, or another version. */
  saveAppraisal: AppraisalPayload
  /** Prepares anew. The observed. CONFLICT: not in preparation, or another version. BAD_USER_INPUT: as prepareObservation. */
  saveObservation: ObservationPayload
  /** Gives a draft another content. Its owner. CONFLICT: no draft, planning is closed, or another version. BAD_USER_INPUT: as draftPlan. */
  savePlan: PlanPayload
  /** Sends an adjustment back: the plan is as it was handed in. Its owner. How often is not limited: no source does. CONFLICT: not adjusted. */
  sendBackPlan: PlanPayload
  /**
   * Sets an organisation's predicate, and gives the recommended appraisals of the teachers at its schools to their owners. The head of the
   * office. FORBIDDEN: anybody else. CONFLICT: another version.
   */
  setOrganisationPredicate: SetOrganisationPredicatePayload
  /** Shows the sheet to the observed. The observer. CONFLICT: it is not whole. */
  shareObservation: ObservationPayload
  /** Hands a draft in (ajukan). Its owner. BAD_USER_INPUT: no indicator, or no behaviour of it. CONFLICT: as savePlan. */
  submitPlan: PlanPayload
  /**
   * Confirms evidence (verifikasi); 2025 on: that the document exists. The direct supervisor, never of his own; no source gives this to the
   * work team. CONFLICT: neither attached nor questioned, or another version.
   */
  verifyEvidence: EvidencePayload
  /** Takes evidence back that is not verified. Its owner. It stays on record. CONFLICT: verified, replaced or withdrawn, or another version. */
  withdrawEvidence: EvidencePayload
  /** Takes a plan back that nobody has looked at yet. Its owner. CONFLICT: it has been looked at, or another version. */
  withdrawPlan: PlanPayload
  /** Writes down what the observer keeps for himself, at any time. The observer. CONFLICT: it has changed meanwhile. */
  writeObserverNote: WriteObserverNotePayload
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationacceptObservationArgs = {
  input: ObservationStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationadjustPlanArgs = {
  input: AdjustPlanInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationagreeToObservationArgs = {
  input: ObservationStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationagreeToPlanArgs = {
  input: PlanStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationanswerObjectionArgs = {
  input: AppraisalReasonInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationapprovePlanArgs = {
  input: PlanStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationattachEvidenceArgs = {
  input: AttachEvidenceInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationcancelObservationArgs = {
  input: ObservationReasonInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationclarifyPlanArgs = {
  input: PlanStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationconcludeObservationArgs = {
  input: ConcludeObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationcreateApiKeyArgs = {
  input: CreateApiKeyInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationdecideAppraisalArgs = {
  input: DecideAppraisalInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationdecideObjectionArgs = {
  input: DecideObjectionInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationdiscussObservationArgs = {
  input: DiscussObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationdraftAppraisalArgs = {
  input: DraftAppraisalInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationdraftPlanArgs = {
  input: DraftPlanInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationextendWindowArgs = {
  input: ExtendWindowInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationfinishObservationArgs = {
  input: FinishObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationfollowUpObservationArgs = {
  input: FollowUpObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationgrantPlanResetArgs = {
  input: PlanStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationimportActivityCatalogueArgs = {
  input: ImportActivityCatalogueInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationmarkNotificationsReadArgs = {
  ids?: InputMaybe<Array<Scalars['ID']['input']>>
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationobjectToAppraisalArgs = {
  input: AppraisalReasonInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationofferObservationArgs = {
  input: RescheduleObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationprepareObservationArgs = {
  input: PrepareObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationproposeObservationArgs = {
  input: ObservationStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationquestionEvidenceArgs = {
  input: EvidenceReasonInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationrecommendAppraisalArgs = {
  input: AppraisalStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationrecordObservationArgs = {
  input: RecordObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationreflectOnObservationArgs = {
  input: ReflectOnObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationrefusePlanResetArgs = {
  input: PlanReasonInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationreplaceEvidenceArgs = {
  input: ReplaceEvidenceInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationrequestPlanResetArgs = {
  input: PlanReasonInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationrescheduleObservationArgs = {
  input: RescheduleObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationreturnAppraisalArgs = {
  input: AppraisalReasonInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationreviewPlanArgs = {
  input: PlanStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationrevokeApiKeyArgs = {
  id: Scalars['ID']['input']
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationrotateApiKeyArgs = {
  id: Scalars['ID']['input']
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationsaveAppraisalArgs = {
  input: SaveAppraisalInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationsaveObservationArgs = {
  input: SaveObservationInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationsavePlanArgs = {
  input: SavePlanInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationsendBackPlanArgs = {
  input: PlanReasonInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationsetOrganisationPredicateArgs = {
  input: SetOrganisationPredicateInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationshareObservationArgs = {
  input: ObservationStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationsubmitPlanArgs = {
  input: PlanStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationverifyEvidenceArgs = {
  input: EvidenceStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationwithdrawEvidenceArgs = {
  input: EvidenceStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationwithdrawPlanArgs = {
  input: PlanStepInput
}

/**
 * What changes something. A document's mutations run one after the other, each a transaction of its own. When one fails, those before it
 * stay, those after it are not run, and `data` is null: whoever is told a secret sends one mutation at a time. What a payload holds is read
 * afterwards, as the viewer may see it: null where he may not.
 *
 * With a header `Idempotency-Key` of 1 to 255 visible ASCII characters a mutation is done once: sent again by the same person or key within
 * 24 hours, it is answered without being done, and its payload is read as it is then. What was refused is tried again. In a document of
 * several, each is done once; what told a secret is refused with CONFLICT, since it was told once. BAD_USER_INPUT: the header is malformed,
 * or was used for another document or other variables. SERVICE_UNAVAILABLE: it is being done still.
 *
 * FORBIDDEN: it is not for the viewer to do. NOT_FOUND: it is about something that is not there, or that he may not see.
 */
export type MutationwriteObserverNoteArgs = {
  input: WriteObserverNoteInput
}

/** Whatever has an id. Ids are opaque: a type's prefix and a key. */
export type Node = {
  id: Scalars['ID']['output']
}

/** Pemberitahuan: a line of somebody's bell list. Seen by the person alone. */
export type Notification = Node & {
  at: Scalars['DateTime']['output']
  id: Scalars['ID']['output']
  kind: NotificationKind
  /** What it is about; null where the viewer may not see it any more. */
  plan?: Maybe<Plan>
  /** Null while it is unread. */
  readAt?: Maybe<Scalars['DateTime']['output']>
}

export type NotificationConnection = {
  edges: Array<NotificationEdge>
  nodes: Array<Notification>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type NotificationEdge = {
  cursor: Scalars['String']['output']
  node: Notification
}

/** Somebody is told something. */
export type NotificationEvent = {
  /** Where to go on from. */
  cursor: Scalars['String']['output']
  /** Null where it is gone in the meantime. */
  notification?: Maybe<Notification>
}

/** What somebody is told of. */
export enum NotificationKind {
  /** An appraisal is given to its owner: to him, and to who recommended. */
  APPRAISAL_FINAL = 'APPRAISAL_FINAL',
  /** Somebody objects (keberatan): to the appraiser's superior, to the appraiser and to the work team. */
  APPRAISAL_OBJECTED = 'APPRAISAL_OBJECTED',
  /** A predicate was recommended: to who makes it final, the head of the office. */
  APPRAISAL_RECOMMENDED = 'APPRAISAL_RECOMMENDED',
  /** A recommendation came back: to the appraiser and to the work team. */
  APPRAISAL_RETURNED = 'APPRAISAL_RETURNED',
  /** Evidence was attached, or put in the place of another: to the direct supervisor. */
  EVIDENCE_ATTACHED = 'EVIDENCE_ATTACHED',
  /** Evidence was questioned: to its owner, who replaces or withdraws it. */
  EVIDENCE_QUESTIONED = 'EVIDENCE_QUESTIONED',
  /** Evidence was verified: to its owner. */
  EVIDENCE_VERIFIED = 'EVIDENCE_VERIFIED',
  /** The appraiser has answered an objection: to his superior, and to who objects. */
  OBJECTION_ANSWERED = 'OBJECTION_ANSWERED',
  /** The superior has decided on an objection: to who objected, to the appraiser and to the work team. */
  OBJECTION_DECIDED = 'OBJECTION_DECIDED',
  /** An observation was given up: to the other side. */
  OBSERVATION_CANCELLED = 'OBSERVATION_CANCELLED',
  /** The reflection was answered, the cycle is over: to the observed. */
  OBSERVATION_COMPLETED = 'OBSERVATION_COMPLETED',
  /** The talk was written down: to the observed. */
  OBSERVATION_DISCUSSED = 'OBSERVATION_DISCUSSED',
  /** The observed has made an effort: to the observer. */
  OBSERVATION_FOLLOWED_UP = 'OBSERVATION_FOLLOWED_UP',
  /** Somebody proposes to be observed: to the observer. */
  OBSERVATION_PROPOSED = 'OBSERVATION_PROPOSED',
  /** The observed has reflected: to the observer, who answers. */
  OBSERVATION_REFLECTED = 'OBSERVATION_REFLECTED',
  /** The other side wants another schedule: to who answers. */
  OBSERVATION_RESCHEDULED = 'OBSERVATION_RESCHEDULED',
  /** The schedule is agreed: to the other side. */
  OBSERVATION_SCHEDULED = 'OBSERVATION_SCHEDULED',
  /** The sheet can be seen: to the observed. */
  OBSERVATION_SHARED = 'OBSERVATION_SHARED',
  /** The supervisor changed a plan: to its owner, who answers with sepakati or sends it back (seed 000). */
  PLAN_ADJUSTED = 'PLAN_ADJUSTED',
  /** A plan is agreed: to the other side. */
  PLAN_AGREED = 'PLAN_AGREED',
  /** A principal's plan was talked over: to the head of the office, and to its owner. */
  PLAN_CLARIFIED = 'PLAN_CLARIFIED',
  /** An operator made the plan a draft again: to its owner and to the direct supervisor. */
  PLAN_RESET = 'PLAN_RESET',
  /** An operator refused the reset: to its owner. */
  PLAN_RESET_REFUSED = 'PLAN_RESET_REFUSED',
  /** An adjustment came back: to the direct supervisor. */
  PLAN_SENT_BACK = 'PLAN_SENT_BACK',
  /** A plan was handed in: to the work team where it clarifies, else to the direct supervisor. */
  PLAN_SUBMITTED = 'PLAN_SUBMITTED',
  /** A plan was withdrawn: to who was told of it. */
  PLAN_WITHDRAWN = 'PLAN_WITHDRAWN',
}

/**
 * Observasi kinerja: one cycle of execution (pelaksanaan) of an agreed plan, from its preparation to its reflection. A plan may have several,
 * one after the other. Who observes is the direct supervisor, and for a principal with a work team (Tim Kerja) that team, as it is on the day
 * of each step. Its state is seen by the observed, by those above, by the work team, by the admins of the office, by programs with
 * APPRAISAL_READ and by operators; its content by the same without the admins. On an earlier day (`asOf`) it is seen by who was that then, if
 * it has not changed since.
 */
export type Observation = Node & {
  /** The post that is observed. */
  assignment: Assignment
  changedAt: Scalars['DateTime']['output']
  /** Null where the viewer sees the state alone. */
  content?: Maybe<ObservationContent>
  /** What was attached to it and to its follow-up, oldest first, with what was replaced or withdrawn. Empty where the viewer may not see evidence. */
  evidence: Array<Evidence>
  /** Everything that was done in it, oldest first; empty where the viewer sees the state alone. */
  history: Array<ObservationStep>
  id: Scalars['ID']['output']
  /** What the viewer has noted for himself as observer; null for everybody else. */
  myNote?: Maybe<ObserverNote>
  /** 1 for the plan's first cycle. */
  number: Scalars['Int']['output']
  /** Null where the viewer may not see it. */
  plan?: Maybe<Plan>
  status: ObservationStatus
  /** Give this with every step. A step on another version is refused with CONFLICT, and `extensions.currentVersion` tells the current one. */
  version: Scalars['Int']['output']
}

/** What is done in a cycle, step by step. `server/observation/README.md` draws who may do what, from where to where. */
export enum ObservationAction {
  ACCEPT = 'ACCEPT',
  AGREE = 'AGREE',
  CANCEL = 'CANCEL',
  CONCLUDE = 'CONCLUDE',
  DISCUSS = 'DISCUSS',
  FINISH = 'FINISH',
  FOLLOW_UP = 'FOLLOW_UP',
  OFFER = 'OFFER',
  PREPARE = 'PREPARE',
  PROPOSE = 'PROPOSE',
  RECORD = 'RECORD',
  REFLECT = 'REFLECT',
  RESCHEDULE = 'RESCHEDULE',
  SAVE = 'SAVE',
  SHARE = 'SHARE',
}

/** Before and after, in words. */
export type ObservationChange = {
  /** Null for what was taken out. */
  after?: Maybe<Scalars['String']['output']>
  /** Null for what was added. */
  before?: Maybe<Scalars['String']['output']>
  item: ObservationItem
}

/** How the observer answers the reflection. No source gives a scale for it: he says it in words, and names the awareness. */
export type ObservationConclusion = {
  awareness: Awareness
  note: Scalars['String']['output']
}

export type ObservationConnection = {
  edges: Array<ObservationEdge>
  nodes: Array<Observation>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

/** What a cycle holds. Seen as the content of its Observation. */
export type ObservationContent = {
  /** Null until the observer has answered the reflection. */
  conclusion?: Maybe<ObservationConclusion>
  /** Null until it has been discussed. */
  discussion?: Maybe<ObservationDiscussion>
  /** Oldest first. */
  followUps: Array<FollowUp>
  preparation: ObservationPreparation
  /** Null until the observed has reflected. */
  reflection?: Maybe<ObservationReflection>
  /** Null until the observer has begun it; for the observed until it is shared. */
  sheet?: Maybe<ObservationSheet>
}

/** Form C, diskusi tindak lanjut. Written by the observer out of the talk. */
export type ObservationDiscussion = {
  awareness: Awareness
  /** By when. */
  by?: Maybe<Scalars['Date']['output']>
  /** Upaya that was agreed. */
  effort: Scalars['String']['output']
  /** Tujuan of the follow-up that was agreed. */
  goal: Scalars['String']['output']
  /** What to improve. */
  improve: Scalars['String']['output']
  /** What to keep. */
  keep: Scalars['String']['output']
  note?: Maybe<Scalars['String']['output']>
  /** Dukungan yang dibutuhkan. */
  support?: Maybe<Scalars['String']['output']>
}

/** What came out of the talk; texts are 1 to 10,000 characters. */
export type ObservationDiscussionInput = {
  awareness: Awareness
  by?: InputMaybe<Scalars['Date']['input']>
  effort: Scalars['String']['input']
  goal: Scalars['String']['input']
  improve: Scalars['String']['input']
  keep: Scalars['String']['input']
  note?: InputMaybe<Scalars['String']['input']>
  support?: InputMaybe<Scalars['String']['input']>
}

export type ObservationEdge = {
  cursor: Scalars['String']['output']
  node: Observation
}

/** Only observations that fit everything given. */
export type ObservationFilter = {
  /** A period's code: `2026`. */
  period?: InputMaybe<Scalars['String']['input']>
  plan?: InputMaybe<Scalars['ID']['input']>
  /** Of people at this school. */
  school?: InputMaybe<Scalars['ID']['input']>
  status?: InputMaybe<Array<ObservationStatus>>
  /** Those whose next step is the viewer's, as observed or as observer. */
  waitingForMe?: InputMaybe<Scalars['Boolean']['input']>
}

/** A part of a preparation, as differences name it. */
export enum ObservationItem {
  BEHAVIOUR = 'BEHAVIOUR',
  EFFORT = 'EFFORT',
  LESSON = 'LESSON',
  LESSON_PLAN = 'LESSON_PLAN',
  MODE = 'MODE',
  PLACE = 'PLACE',
  STARTS_AT = 'STARTS_AT',
}

/**
 * How somebody is observed. The source names the three for principals (sukabumikab.kppd-jabar.org/2024/05/18); no source keeps teachers
 * from them.
 */
export enum ObservationMode {
  /** Langsung: the observer is there. */
  DIRECT = 'DIRECT',
  /** Catatan mandiri: from the notes of the observed. */
  OWN_NOTES = 'OWN_NOTES',
  /** Tidak langsung: by video. */
  VIDEO = 'VIDEO',
}

export type ObservationOrder = {
  direction?: OrderDirection
  field: ObservationOrderField
}

export enum ObservationOrderField {
  /** When they were changed last. */
  CHANGED = 'CHANGED',
}

/** The observation as it is now. */
export type ObservationPayload = {
  observation?: Maybe<Observation>
}

/** Form A, persiapan observasi. Written by the observed; its schedule by both sides. */
export type ObservationPreparation = {
  /** Target perilaku: of the plan's own. */
  behaviours: Array<TargetBehaviour>
  /** Upaya belajar: how the observed prepares. */
  efforts: Array<Scalars['String']['output']>
  /** Kelas dan mata pelajaran. */
  lesson?: Maybe<Scalars['String']['output']>
  /** Perangkat ajar (RPP, modul ajar): its title; the document is evidence. */
  lessonPlan?: Maybe<Scalars['String']['output']>
  /** Null until it is chosen. */
  mode?: Maybe<ObservationMode>
  /** Tempat. */
  place?: Maybe<Scalars['String']['output']>
  /** Hari, tanggal dan waktu; null until it is proposed. */
  startsAt?: Maybe<Scalars['DateTime']['output']>
}

/** A preparation as a whole: what is not given is not prepared. */
export type ObservationPreparationInput = {
  /** Of the plan's own. */
  behaviours?: Array<Scalars['ID']['input']>
  /** At most 20, each 1 to 1,000 characters. */
  efforts?: Array<Scalars['String']['input']>
  /** 1 to 200 characters. */
  lesson?: InputMaybe<Scalars['String']['input']>
  /** 1 to 200 characters. */
  lessonPlan?: InputMaybe<Scalars['String']['input']>
  mode?: InputMaybe<ObservationMode>
  schedule?: InputMaybe<ObservationScheduleInput>
}

/** A step that needs a reason. */
export type ObservationReasonInput = {
  observation: Scalars['ID']['input']
  /** 1 to 10,000 characters of plain text. */
  reason: Scalars['String']['input']
  version: Scalars['Int']['input']
}

/** Form D, refleksi tindak lanjut. Written by the observed. */
export type ObservationReflection = {
  /** Capaian: what was reached. */
  achieved: Scalars['String']['output']
  /** Tantangan. */
  challenge?: Maybe<Scalars['String']['output']>
  /** Upaya peningkatan: what comes next. */
  next: Scalars['String']['output']
}

/** A reflection; texts are 1 to 10,000 characters. */
export type ObservationReflectionInput = {
  achieved: Scalars['String']['input']
  challenge?: InputMaybe<Scalars['String']['input']>
  next: Scalars['String']['input']
}

/** When and where. */
export type ObservationScheduleInput = {
  /** 1 to 200 characters. */
  place: Scalars['String']['input']
  /** On a day on which execution is open. */
  startsAt: Scalars['DateTime']['input']
}

/** Form B, lembar observasi. Written by the observer; the observed sees it once it is shared. */
export type ObservationSheet = {
  /** Catatan observasi, for both sides. */
  note?: Maybe<Scalars['String']['output']>
  /** The day that was observed. */
  observedOn: Scalars['Date']['output']
  /** In the order of the indicator's behaviours; whole from OBSERVED on. */
  ratings: Array<BehaviourRating>
  /** Rekomendasi untuk tindak lanjut. */
  recommendation?: Maybe<Scalars['String']['output']>
}

/** A sheet as a whole. Nothing in it is private: the observed sees all of it once it is shared. */
export type ObservationSheetInput = {
  /** 1 to 10,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>
  /** Not after today; on a day on which execution is open. */
  observedOn: Scalars['Date']['input']
  /** Each behaviour at most once. */
  ratings?: Array<BehaviourRatingInput>
  /** 1 to 10,000 characters. */
  recommendation?: InputMaybe<Scalars['String']['input']>
}

/** How far the observation of an agreed plan is: as far as the furthest of its cycles. Those that were cancelled do not count. */
export enum ObservationStage {
  /** Being prepared, or the observer is filling in the sheet. */
  BEGUN = 'BEGUN',
  /** A cycle is over. */
  CONCLUDED = 'CONCLUDED',
  /** No cycle. */
  NONE = 'NONE',
  /** The sheet is whole; the cycle is not over. */
  OBSERVED = 'OBSERVED',
}

/** Where a cycle of observation stands. Its five steps (persiapan, observasi, diskusi, upaya, refleksi) are those of seed 001. */
export enum ObservationStatus {
  /** Given up before it was observed; another cycle can begin. */
  CANCELLED = 'CANCELLED',
  /** The observer has answered the reflection: the cycle is over. */
  COMPLETED = 'COMPLETED',
  /** Diskusi tindak lanjut: it has been discussed, and a follow-up is agreed. */
  DISCUSSED = 'DISCUSSED',
  /** Upaya tindak lanjut: the observed acts. */
  FOLLOWING_UP = 'FOLLOWING_UP',
  /** The sheet is whole; the observed does not see it yet. */
  OBSERVED = 'OBSERVED',
  /** Observasi: the observer is filling in the sheet. */
  OBSERVING = 'OBSERVING',
  /** The observer offers another schedule; the observed answers. */
  OFFERED = 'OFFERED',
  /** Persiapan: the observed works on it. */
  PREPARING = 'PREPARING',
  /** The observed proposes a schedule; the observer answers. */
  PROPOSED = 'PROPOSED',
  /** Refleksi tindak lanjut: the observed has reflected; the observer answers. */
  REFLECTED = 'REFLECTED',
  /** Both sides have agreed on the schedule. */
  SCHEDULED = 'SCHEDULED',
  /** The observed sees the sheet; it is to be discussed. */
  SHARED = 'SHARED',
}

/** Something that was done in a cycle. Seen as the content of its Observation. What the sheet says stands in no step. */
export type ObservationStep = {
  action: ObservationAction
  at: Scalars['DateTime']['output']
  /** Each item of the preparation that became another. */
  changes: Array<ObservationChange>
  from?: Maybe<ObservationStatus>
  /** By whom. */
  name?: Maybe<Scalars['String']['output']>
  /** The reason, or a note for the other side; null where none was given. */
  note?: Maybe<Scalars['String']['output']>
  to: ObservationStatus
  /** The observation's version from then on. */
  version: Scalars['Int']['output']
}

/** A step of a cycle. */
export type ObservationStepInput = {
  /** For the other side; 1 to 10,000 characters of plain text. */
  note?: InputMaybe<Scalars['String']['input']>
  observation: Scalars['ID']['input']
  /** As the observation was when it was looked at. */
  version: Scalars['Int']['input']
}

/** How often each level of the observation rubric was given. */
export type ObservedLevels = {
  /** Dilakukan dan efektif. */
  effective: Scalars['Int']['output']
  /** Belum dilakukan. */
  notDone: Scalars['Int']['output']
  /** Dilakukan tapi belum efektif. */
  notEffective: Scalars['Int']['output']
}

/**
 * What an observer has noted for himself. Seen by who wrote it alone, as long as he sees the observation: not by the observed, nor by anybody
 * else. It is no step: it changes no version, tells nobody, and stands on record as the author's own.
 */
export type ObserverNote = {
  changedAt: Scalars['DateTime']['output']
  text: Scalars['String']['output']
  /** Give this to write it anew. */
  version: Scalars['Int']['output']
}

/**
 * Dinas Pendidikan: the education office of a province or a district. SMA, SMK and SLB are run by the province, the others by
 * the district. Everybody who is signed in may see it.
 */
export type Office = Node & {
  /** Kode wilayah of the area it serves. */
  code: Scalars['String']['output']
  /** What was opened in a period (its code, default: in all) for this office or for the one above it, by first day. BAD_USER_INPUT: no such period. */
  extensions: Array<WindowExtension>
  /** Kepala dinas on the day (default: today). Null when there is none, or when the viewer may not see the row. */
  head?: Maybe<Assignment>
  id: Scalars['ID']['output']
  level: AreaLevel
  name: Scalars['String']['output']
  /** The districts' offices of a province, by code. */
  offices: OfficeConnection
  /** Predikat kinerja organisasi of a period (its code); null while it is not set. */
  organisationPredicate?: Maybe<OrganisationPredicate>
  /** The province's office, for a district's. */
  parent?: Maybe<Office>
  /** The schools it runs itself; `schools(filter: { office })` at the root takes the offices below as well. */
  schools: SchoolConnection
  /** Who is assigned to the office itself. */
  staff: AssignmentConnection
}

/**
 * Dinas Pendidikan: the education office of a province or a district. SMA, SMK and SLB are run by the province, the others by
 * the district. Everybody who is signed in may see it.
 */
export type OfficeextensionsArgs = {
  period?: InputMaybe<Scalars['String']['input']>
}

/**
 * Dinas Pendidikan: the education office of a province or a district. SMA, SMK and SLB are run by the province, the others by
 * the district. Everybody who is signed in may see it.
 */
export type OfficeheadArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>
}

/**
 * Dinas Pendidikan: the education office of a province or a district. SMA, SMK and SLB are run by the province, the others by
 * the district. Everybody who is signed in may see it.
 */
export type OfficeofficesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

/**
 * Dinas Pendidikan: the education office of a province or a district. SMA, SMK and SLB are run by the province, the others by
 * the district. Everybody who is signed in may see it.
 */
export type OfficeorganisationPredicateArgs = {
  period: Scalars['String']['input']
}

/**
 * Dinas Pendidikan: the education office of a province or a district. SMA, SMK and SLB are run by the province, the others by
 * the district. Everybody who is signed in may see it.
 */
export type OfficeschoolsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<SchoolFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<SchoolOrder>
}

/**
 * Dinas Pendidikan: the education office of a province or a district. SMA, SMK and SLB are run by the province, the others by
 * the district. Everybody who is signed in may see it.
 */
export type OfficestaffArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<AssignmentFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<AssignmentOrder>
}

export type OfficeConnection = {
  edges: Array<OfficeEdge>
  nodes: Array<Office>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type OfficeEdge = {
  cursor: Scalars['String']['output']
  node: Office
}

/** Only offices that fit everything given. */
export type OfficeFilter = {
  /** Kode wilayah, whole: `35.78`. */
  code?: InputMaybe<Scalars['String']['input']>
  level?: InputMaybe<AreaLevel>
  /** Part of the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>
  /** The office itself and those below it. */
  office?: InputMaybe<Scalars['ID']['input']>
}

export type OfficeOrder = {
  direction?: OrderDirection
  field: OfficeOrderField
}

export enum OfficeOrderField {
  CODE = 'CODE',
  NAME = 'NAME',
}

/** The way a list runs. */
export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

/** Predikat kinerja organisasi (SE MenPANRB 3/2023). */
export enum OrganisationGrade {
  /** Istimewa. */
  EXCELLENT = 'EXCELLENT',
  /** Baik. */
  GOOD = 'GOOD',
  /** Butuh Perbaikan, or Cukup. */
  NEEDS_IMPROVEMENT = 'NEEDS_IMPROVEMENT',
  /** Kurang. */
  POOR = 'POOR',
  /** Sangat Kurang. */
  VERY_POOR = 'VERY_POOR',
}

/** Predikat kinerja organisasi: how an office (dinas) did as a whole in a period. Everybody who is signed in may see it. */
export type OrganisationPredicate = Node & {
  grade: OrganisationGrade
  id: Scalars['ID']['output']
  office: Office
  period: Period
  setAt: Scalars['DateTime']['output']
  /** Give this when you set it again. */
  version: Scalars['Int']['output']
}

/** Status sekolah: state (negeri) or private (swasta). */
export enum Ownership {
  PRIVATE = 'PRIVATE',
  STATE = 'STATE',
}

/** Where a page stands in its list. */
export type PageInfo = {
  /** Give this as `after` to get the next page. Null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>
  /** Whether the list goes on after this page. */
  hasNextPage: Scalars['Boolean']['output']
}

/**
 * Periode: a stretch of time with one set of rules. Rules are data: two periods may differ in everything. Everybody may read it,
 * signed in or not.
 */
export type Period = Node & {
  certainty: Certainty
  /** `2024-S1`, `2025`. */
  code: Scalars['String']['output']
  cycle: Cycle
  evidence: EvidenceRule
  /** First day. */
  from: Scalars['Date']['output']
  id: Scalars['ID']['output']
  /** How sure it is that the period's catalogue is the official one. */
  indicatorsCertainty: Certainty
  name: Scalars['String']['output']
  note?: Maybe<Scalars['String']['output']>
  /** Who takes part, in words. */
  participants: Scalars['String']['output']
  /** How planning stands on a day (default: today): by the calendar, and for an office also by what was opened for it or for the one above. */
  planning: Planning
  /** The national platform, for instance `PMM`. */
  platform: Scalars['String']['output']
  /** Points that are recommended (dianjurkan) for development, at least; null where points were abolished. Outside the range is a warning, never an error. */
  pointsFrom?: Maybe<Scalars['Int']['output']>
  /** Points that are recommended, at most. */
  pointsTo?: Maybe<Scalars['Int']['output']>
  /** The regulation (petunjuk teknis); null where its number was not found. */
  regulation?: Maybe<Scalars['String']['output']>
  /** How sure the regulation is. */
  regulationCertainty: Certainty
  sources: Array<Scalars['String']['output']>
  /** First day after the end. */
  until: Scalars['Date']['output']
  /** Which stage is open when, in order; empty where no calendar was found. */
  windows: Array<Window>
}

/**
 * Periode: a stretch of time with one set of rules. Rules are data: two periods may differ in everything. Everybody may read it,
 * signed in or not.
 */
export type PeriodplanningArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>
  office?: InputMaybe<Scalars['ID']['input']>
}

/**
 * Somebody who works in a school or an office. Seen on the day by the person and by operators, and for one of his or her assignments
 * by those above it (atasan), by the work team it is given to (Tim Kerja), by the admins (pegawai dinas) of its office, of the one
 * above, or of the one that runs its school, and by programs whose key reaches there with SUPERVISION_READ. By nobody else. What one
 * of these may not see of the row is null, and finds nothing.
 */
export type Person = Node & {
  /** Those valid on the day; all of them without a day, oldest first. Each by its own right to be seen. */
  assignments: Array<Assignment>
  /** Null but for the person, those above and operators. */
  birthDate?: Maybe<Scalars['Date']['output']>
  /** Null but for the person, those above and operators. */
  email?: Maybe<Scalars['String']['output']>
  employment: Employment
  id: Scalars['ID']['output']
  /** The source system's own key. */
  key: Scalars['String']['output']
  name: Scalars['String']['output']
  /** Null for work teams (Tim Kerja). */
  nip?: Maybe<Scalars['NIP']['output']>
  /** Nomor Unik Pendidik dan Tenaga Kependidikan, 16 digits. Null for work teams (Tim Kerja). */
  nuptk?: Maybe<Scalars['String']['output']>
  /** Golongan: `III/a` to `IV/e` for a PNS, a Roman number for a PPPK. */
  rank?: Maybe<Scalars['String']['output']>
  /** Null but for the person, those above and operators. */
  sex?: Maybe<Sex>
}

/**
 * Somebody who works in a school or an office. Seen on the day by the person and by operators, and for one of his or her assignments
 * by those above it (atasan), by the work team it is given to (Tim Kerja), by the admins (pegawai dinas) of its office, of the one
 * above, or of the one that runs its school, and by programs whose key reaches there with SUPERVISION_READ. By nobody else. What one
 * of these may not see of the row is null, and finds nothing.
 */
export type PersonassignmentsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>
}

/**
 * Sasaran Kinerja Pegawai (SKP): what one assignment plans for one period. An acting principal who also teaches has two. Its state is seen
 * by its owner, by those above (atasan), by the work team (Tim Kerja), by the admins of the office, by programs with PLAN_READ and by
 * operators; its content by the same without the admins. On an earlier day (`asOf`) it is seen by who was that then, if it has not
 * changed since.
 */
export type Plan = Node & {
  agreedAt?: Maybe<Scalars['DateTime']['output']>
  /** Null while there is none that the viewer may see. */
  appraisal?: Maybe<Appraisal>
  assignment: Assignment
  changedAt: Scalars['DateTime']['output']
  /** The day after which the assignment ended within the period, so that the plan is closed and another post plans anew; null until then. */
  closedAfter?: Maybe<Scalars['Date']['output']>
  /** Null where the viewer sees the state alone. */
  content?: Maybe<PlanContent>
  /** The plan's evidence, oldest first, with what was replaced or withdrawn; at most 100. Empty where the viewer sees the plan's state alone. */
  evidence: Array<Evidence>
  /** Whether its result will go to e-Kinerja BKN: of civil servants (PNS, PPPK), and of the definitive post only. */
  flowsToEKinerja: Scalars['Boolean']['output']
  /** Everything that was done with it, oldest first; empty where the viewer sees the state alone. */
  history: Array<PlanStep>
  id: Scalars['ID']['output']
  /** Handed in for the first time in LATE_PLANNING. */
  late: Scalars['Boolean']['output']
  /** Its cycles, the first one first. */
  observations: Array<Observation>
  period: Period
  scope: PlanScope
  status: PlanStatus
  submittedAt?: Maybe<Scalars['DateTime']['output']>
  /** Give this with every step. A step on another version is refused with CONFLICT, and `extensions.currentVersion` tells the current one. */
  version: Scalars['Int']['output']
  /** Whether the one reset of the period has been granted. */
  wasReset: Scalars['Boolean']['output']
}

/** What is done with a plan, step by step. `server/plan/README.md` draws who may do what, from where to where. */
export enum PlanAction {
  ADJUST = 'ADJUST',
  AGREE = 'AGREE',
  APPROVE = 'APPROVE',
  CLARIFY = 'CLARIFY',
  DRAFT = 'DRAFT',
  GRANT_RESET = 'GRANT_RESET',
  REFUSE_RESET = 'REFUSE_RESET',
  REQUEST_RESET = 'REQUEST_RESET',
  REVIEW = 'REVIEW',
  SAVE = 'SAVE',
  SEND_BACK = 'SEND_BACK',
  SUBMIT = 'SUBMIT',
  WITHDRAW = 'WITHDRAW',
}

/** An activity that is planned, so many times. */
export type PlanActivity = {
  activity: DevelopmentActivity
  /** 1 to 20. Points are static for each line of the catalogue (Pusat Informasi); that a line can be planned several times has one unofficial source. */
  times: Scalars['Int']['output']
}

/** An activity of the plan's catalogue. */
export type PlanActivityInput = {
  activity: Scalars['ID']['input']
  /** 1 to 20. */
  times?: Scalars['Int']['input']
}

/** Before and after, in words. */
export type PlanChange = {
  /** Null for what was taken out. */
  after?: Maybe<Scalars['String']['output']>
  /** Null for what was added. */
  before?: Maybe<Scalars['String']['output']>
  item: PlanItem
  /** Why, by who changed it. */
  note?: Maybe<Scalars['String']['output']>
}

export type PlanConnection = {
  edges: Array<PlanEdge>
  nodes: Array<Plan>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

/** What somebody plans. Seen as the content of its Plan. */
export type PlanContent = {
  /** Pengembangan kompetensi, of the period's catalogue. */
  activities: Array<PlanActivity>
  /** Target perilaku: one or more of the indicator's. */
  behaviours: Array<TargetBehaviour>
  /** Tugas tambahan: of teachers, each with a decree. */
  duties: Array<PlanDuty>
  /**
   * The period's earned points: those of each activity of which a piece of evidence is verified, as often as it was planned (all
   * certificates of one line are one file: 123dok 11763136). 0 or more; null where the period has abolished points. A line whose points no
   * source gives counts nothing.
   */
  earnedPoints?: Maybe<Scalars['Int']['output']>
  /** Exactly one, chosen freely; null in a draft that has none yet. */
  indicator?: Maybe<Indicator>
  /** The sum of the activities' points; null where the period has abolished points. */
  points?: Maybe<Scalars['Int']['output']>
  /** Perilaku kerja: always all seven, in the order of the word BerAKHLAK. */
  values: Array<PlanValue>
  /** Shown to both sides. */
  warnings: Array<PlanWarning>
}

/** A plan's content as a whole: what is not given is not planned. */
export type PlanContentInput = {
  activities?: Array<PlanActivityInput>
  /** Of that indicator. */
  behaviours?: Array<Scalars['ID']['input']>
  duties?: Array<PlanDutyInput>
  expectations?: Array<PlanExpectationInput>
  /** Of the period and of the position of the assignment. */
  indicator?: InputMaybe<Scalars['ID']['input']>
}

/** Tugas tambahan, by decree (SK or surat tugas). */
export type PlanDuty = {
  /** Nomor SK. */
  decree: Scalars['String']['output']
  /** As the decree names it; `additionalDuties` lists what sources know. */
  name: Scalars['String']['output']
}

/** Tugas tambahan with its decree. */
export type PlanDutyInput = {
  /** 1 to 100 characters. */
  decree: Scalars['String']['input']
  /** 1 to 200 characters. */
  name: Scalars['String']['input']
}

export type PlanEdge = {
  cursor: Scalars['String']['output']
  node: Plan
}

/** A plan has changed. */
export type PlanEvent = {
  /** Where to go on from. */
  cursor: Scalars['String']['output']
  /** The plan as it is now, which may be newer than the event; null where it is gone in the meantime. */
  plan?: Maybe<Plan>
}

/** What the supervisor expects for one of the values; the supervisor alone writes these. */
export type PlanExpectationInput = {
  /** 1 to 1,000 characters. */
  text: Scalars['String']['input']
  value: WorkValue
}

/** Only plans that fit everything given. */
export type PlanFilter = {
  /** As they were on this day, with the rights of this day; those that changed since are left out (default: today). */
  asOf?: InputMaybe<Scalars['Date']['input']>
  late?: InputMaybe<Scalars['Boolean']['input']>
  /** Of assignments at this office, at one below it, or at a school that one of these runs. */
  office?: InputMaybe<Scalars['ID']['input']>
  /** A period's code: `2026`. BAD_USER_INPUT: no such period. */
  period?: InputMaybe<Scalars['String']['input']>
  school?: InputMaybe<Scalars['ID']['input']>
  status?: InputMaybe<Array<PlanStatus>>
  /** Those whose next step is the viewer's as direct supervisor, as work team, or as owner; for operators, where a reset is asked for. */
  waitingForMe?: InputMaybe<Scalars['Boolean']['input']>
}

/** A part of a plan, as differences name it. */
export enum PlanItem {
  ACTIVITY = 'ACTIVITY',
  BEHAVIOUR = 'BEHAVIOUR',
  DUTY = 'DUTY',
  EXPECTATION = 'EXPECTATION',
  INDICATOR = 'INDICATOR',
}

/** Why an item becomes another. */
export type PlanItemNoteInput = {
  item: PlanItem
  /** 1 to 10,000 characters of plain text. */
  note: Scalars['String']['input']
}

export type PlanOrder = {
  direction?: OrderDirection
  field: PlanOrderField
}

export enum PlanOrderField {
  /** When they were changed last. */
  CHANGED = 'CHANGED',
}

/** The plan as it is now. */
export type PlanPayload = {
  plan?: Maybe<Plan>
}

/** A step that needs a reason. */
export type PlanReasonInput = {
  plan: Scalars['ID']['input']
  /** 1 to 10,000 characters of plain text. */
  reason: Scalars['String']['input']
  version: Scalars['Int']['input']
}

/** How far a plan goes. */
export enum PlanScope {
  /** Planning, execution, appraisal. */
  FULL = 'FULL',
  /**
   * Planning alone: a civil servant who came in the last two months of the period. Only behaviour is rated then (Pusat Informasi
   * 33374387760025: May and June, November and December).
   */
  PLANNING_ONLY = 'PLANNING_ONLY',
}

/** Status SKP: where a plan stands. */
export enum PlanStatus {
  /** Disesuaikan: the supervisor has changed it; its owner agrees (sepakati) or sends it back. */
  ADJUSTED = 'ADJUSTED',
  /** Disepakati: agreed by both sides, and locked. */
  AGREED = 'AGREED',
  /** Sudah diklarifikasi: the work team (Tim Kerja) has talked a principal's plan over (dialog kinerja); the head of the office decides. */
  CLARIFIED = 'CLARIFIED',
  /** Draf: its owner works on it, as often as he likes. */
  DRAFT = 'DRAFT',
  /** Sedang diperiksa: the supervisor or the work team looks at it. */
  IN_REVIEW = 'IN_REVIEW',
  /** The owner has asked for the one reset of the period; an operator decides. */
  RESET_REQUESTED = 'RESET_REQUESTED',
  /** Diajukan: handed in; nobody has looked at it yet, so it can be withdrawn. */
  SUBMITTED = 'SUBMITTED',
}

/** Something that was done with a plan. Seen as the content of its Plan. */
export type PlanStep = {
  action: PlanAction
  at: Scalars['DateTime']['output']
  /** Each item that became another. */
  changes: Array<PlanChange>
  from?: Maybe<PlanStatus>
  /** By whom; null for operators. */
  name?: Maybe<Scalars['String']['output']>
  /** The reason, or a note for the other side; null where none was given. */
  note?: Maybe<Scalars['String']['output']>
  to: PlanStatus
  /** The plan's version from then on. */
  version: Scalars['Int']['output']
}

/** A step with a plan. */
export type PlanStepInput = {
  /** For the other side; 1 to 10,000 characters of plain text. */
  note?: InputMaybe<Scalars['String']['input']>
  plan: Scalars['ID']['input']
  /** As the plan was when it was looked at. */
  version: Scalars['Int']['input']
}

/** One of the seven values in a plan. */
export type PlanValue = {
  /** Panduan perilaku, in Indonesian (PermenPANRB 6/2022, by scribd 683205653). */
  behaviours: Array<Scalars['String']['output']>
  /** Ekspektasi khusus pimpinan: what the supervisor expects besides; null where he wrote nothing. */
  expectation?: Maybe<Scalars['String']['output']>
  value: WorkValue
}

/** What both sides of a plan should look at. A warning never stops a step. */
export enum PlanWarning {
  /** No indicator, or no behaviour of it, has been chosen yet: it cannot be handed in. */
  INCOMPLETE = 'INCOMPLETE',
  /** The points are above what the period recommends. */
  POINTS_ABOVE = 'POINTS_ABOVE',
  /** The points are below what the period recommends (dianjurkan): the supervisor decides. */
  POINTS_BELOW = 'POINTS_BELOW',
  /** Among the activities is one whose points no source gives; the sum is without it. */
  POINTS_UNKNOWN = 'POINTS_UNKNOWN',
}

/** How planning stands on a day, for an office or by the calendar alone. Everybody who is signed in may see it. */
export type Planning = {
  /**
   * On how many days it stays so before its windows end, the day itself among them: 1 on the last one. 0 when it is CLOSED; null where
   * planning is open because no source gives its calendar.
   */
  daysLeft?: Maybe<Scalars['Int']['output']>
  state: PlanningState
}

/** How far a plan is: what `SchoolPlanning` counts. */
export enum PlanningStage {
  /** Agreed (disepakati), also where a reset is asked for. */
  AGREED = 'AGREED',
  /** Begun, and not handed in, or a draft again. */
  DRAFTED = 'DRAFTED',
  /** Not begun. */
  MISSING = 'MISSING',
  /** Handed in, and not agreed yet. */
  SUBMITTED = 'SUBMITTED',
}

/** How planning stands on a day. */
export enum PlanningState {
  CLOSED = 'CLOSED',
  /** A plan can still be handed in, and is marked late. */
  LATE = 'LATE',
  OPEN = 'OPEN',
}

/** Jabatan. */
export enum Position {
  /** Pegawai dinas. */
  OFFICE_ADMIN = 'OFFICE_ADMIN',
  /** Kepala dinas. */
  OFFICE_HEAD = 'OFFICE_HEAD',
  /** Kepala sekolah. */
  PRINCIPAL = 'PRINCIPAL',
  /** Pengawas sekolah: observes and recommends as Tim Kerja, supervises principals. */
  SCHOOL_INSPECTOR = 'SCHOOL_INSPECTOR',
  /** Guru. */
  TEACHER = 'TEACHER',
}

/**
 * Predikat kinerja, out of the rating of results and the rating of behaviour:
 *
 * | results ↓ behaviour → | BELOW | MEETS | ABOVE |
 * |---|---|---|---|
 * | ABOVE | POOR | GOOD | VERY_GOOD |
 * | MEETS | POOR | GOOD | GOOD |
 * | BELOW | VERY_POOR | NEEDS_IMPROVEMENT | NEEDS_IMPROVEMENT |
 *
 * Five independent programs agree on the table; the page of PermenPANRB 6/2022 itself was not readable.
 */
export enum Predicate {
  /** Baik. */
  GOOD = 'GOOD',
  /** Butuh Perbaikan. */
  NEEDS_IMPROVEMENT = 'NEEDS_IMPROVEMENT',
  /** Kurang (misconduct). */
  POOR = 'POOR',
  /** Sangat Baik. */
  VERY_GOOD = 'VERY_GOOD',
  /** Sangat Kurang. */
  VERY_POOR = 'VERY_POOR',
}

/** A new cycle. */
export type PrepareObservationInput = {
  plan: Scalars['ID']['input']
  preparation?: InputMaybe<ObservationPreparationInput>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type Query = {
  /** Duties for a kind of school (default: all). */
  additionalDuties: Array<AdditionalDuty>
  /**
   * Counts assignments: those that take part in a period and are in force today, or on the period's last day where that is over. `periods`
   * are 1 to 6 codes, each once, always told apart. `by` takes any places (OFFICE, LEVEL, SCHOOL) and at most two others. `office`: at schools
   * that it or one below it runs. By period, office, level, school, then values. `first` is 1 to 1,000.
   *
   * Whom `planningBySchool` counts is counted here: those whom the viewer watches over as somebody above (atasan), on the work team (Tim
   * Kerja), as admin of the office, as program with PLAN_READ or as operator, today. Those whose value he may not see are counted as
   * `withheld`, whether they have one or not: of INDICATOR, LABEL, POINTS and PREDICATE for admins, who see the state of plans and not what
   * is in them; of OBSERVATION and PREDICATE for programs without APPRAISAL_READ.
   *
   * Analysts are told of everybody, protected: no count of fewer than 5, and nothing from which one could be reckoned, however many answers
   * are put together. They group by places and at most one other. Values that fewer than 5 have in a province are told together, as
   * `withheld`; the values of a place where that is not enough are `withheld` as a whole, and those of other places with it, so that no
   * difference tells them; `count` then is how many there are, or null. `server/analytics/README.md` says how, and why that is enough.
   * Not covered is what changes between two answers: whoever asks before and after a change sees their difference. Each province is protected
   * by itself: what takes longer than a request may (TIMEOUT), such as all schools of the country, ask for province by province.
   *
   * BAD_USER_INPUT: no such period, none or too many of them, or too many dimensions. FORBIDDEN: an analyst asks for LABEL, or
   * for EMPLOYMENT in a period that is not the newest.
   */
  analytics: AnalyticsCellConnection
  /** API keys that the viewer may see, of an office and those below it (default: of all), newest first. `first` is 1 to 100. */
  apiKeys: ApiKeyConnection
  /** One appraisal. NOT_FOUND: none that the viewer may see. */
  appraisal?: Maybe<Appraisal>
  /** Appraisals that the viewer may see, the last changed first unless told otherwise. `first` is 1 to 100. */
  appraisals: AppraisalConnection
  /** One assignment. NOT_FOUND: none that the viewer may see. */
  assignment?: Maybe<Assignment>
  /** What was done and read, newest first; an entry of a read comes within a second of it. FORBIDDEN: not an operator. `first` is 1 to 100. */
  auditEntries: AuditEntryConnection
  /** What is kept about a person (default: who is signed in). NOT_FOUND: the person is another, or nobody. BAD_USER_INPUT: an operator named nobody. */
  dataExport: DataExport
  /**
   * A period's catalogue (default: the newest), for one position or all, by number. Empty where the period has none. BAD_USER_INPUT: no
   * such period.
   */
  developmentActivities: Array<DevelopmentActivity>
  /** One piece of evidence. NOT_FOUND: none that the viewer may see. */
  evidence?: Maybe<Evidence>
  /** Evidence that the viewer may see, the last changed first unless told otherwise. `first` is 1 to 100. */
  evidenceList: EvidenceConnection
  /** Runs of the import, newest first. FORBIDDEN: not an operator. `first` is 1 to 100. */
  importReports: ImportReportConnection
  /** The catalogue of a period (its code, default: every entry there ever was), for one position or both. BAD_USER_INPUT: no such period. */
  indicators: Array<Indicator>
  /** Anything by its id; null when there is none that the viewer may see. BAD_USER_INPUT: not one of our ids. FORBIDDEN: only operators may ask for such. */
  node?: Maybe<Node>
  /**
   * Up to 100 things by id, in the order asked; null in the place of each that the viewer may not see. BAD_USER_INPUT: not one of our ids, or
   * more of them. FORBIDDEN: only operators may ask for such.
   */
  nodes: Array<Maybe<Node>>
  /** The bell list of who is signed in, newest first; empty for everybody but people. `first` is 1 to 100. */
  notifications: NotificationConnection
  /** One observation. NOT_FOUND: none that the viewer may see. */
  observation?: Maybe<Observation>
  /** Observations that the viewer may see, the last changed first unless told otherwise. `first` is 1 to 100. */
  observations: ObservationConnection
  /** Offices, by code unless told otherwise. `first` is 1 to 100. */
  offices: OfficeConnection
  /** All periods, oldest first. */
  periods: Array<Period>
  /** One person, by exactly one of the two. NOT_FOUND: none that the viewer may see; by NIP, none whose number he may see. */
  person?: Maybe<Person>
  /** One plan. NOT_FOUND: none that the viewer may see. */
  plan?: Maybe<Plan>
  /** How planning goes in the schools that an office or one below it runs, by name. `first` is 1 to 100. BAD_USER_INPUT: no such period. */
  planningBySchool: SchoolPlanningConnection
  /** Plans that the viewer may see, the last changed first unless told otherwise. `first` is 1 to 100. */
  plans: PlanConnection
  /**
   * What if the organisation's predicate were this: the distribution at an office and below it, or at one school of it, held against the
   * pattern. Whether the rule is meant for each school or for the office no source says.
   */
  previewDistribution: Distribution
  /** Schools, by name unless told otherwise. `first` is 1 to 100. */
  schools: SchoolConnection
  /** Everybody above an assignment on a day (default: today), the direct supervisor first. NOT_FOUND: no assignment that the viewer may see. */
  supervisionChain?: Maybe<Array<SupervisionLink>>
  /**
   * Everybody below an assignment on a day (default: today), the root first. WORK_TEAM trees are one step deep. An empty list when the
   * root is not in office on that day. `first` is 1 to 2,000, `maxDepth` 0 to 32. NOT_FOUND: no root that the viewer may see on that day.
   */
  supervisionTree?: Maybe<SupervisionNodeConnection>
  /** Assignments that supervise somebody on the day (atasan), in either capacity, by name unless told otherwise. `first` is 1 to 100. */
  supervisors: AssignmentConnection
  /** Assignments as teacher (guru), by name unless told otherwise. `first` is 1 to 100. */
  teachers: AssignmentConnection
  /**
   * Who has no plan handed in, of all that `planningBySchool` counts: those that are missing or drafted. By name; `first` is 1 to 100.
   * BAD_USER_INPUT: no such period.
   */
  unplanned: AssignmentConnection
  /** Who is signed in; null without a token. */
  viewer?: Maybe<Viewer>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryadditionalDutiesArgs = {
  level?: InputMaybe<SchoolLevel>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryanalyticsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  by?: Array<AnalyticsDimension>
  first?: InputMaybe<Scalars['Int']['input']>
  office?: InputMaybe<Scalars['ID']['input']>
  periods: Array<Scalars['String']['input']>
  school?: InputMaybe<Scalars['ID']['input']>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryapiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
  office?: InputMaybe<Scalars['ID']['input']>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryappraisalArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>
  id: Scalars['ID']['input']
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryappraisalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<AppraisalFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<AppraisalOrder>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryassignmentArgs = {
  id: Scalars['ID']['input']
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryauditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<AuditFilter>
  first?: InputMaybe<Scalars['Int']['input']>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerydataExportArgs = {
  person?: InputMaybe<Scalars['ID']['input']>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerydevelopmentActivitiesArgs = {
  catalogue?: InputMaybe<Scalars['String']['input']>
  period: Scalars['String']['input']
  position?: InputMaybe<Position>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryevidenceArgs = {
  id: Scalars['ID']['input']
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryevidenceListArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<EvidenceFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<EvidenceOrder>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryimportReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryindicatorsArgs = {
  period?: InputMaybe<Scalars['String']['input']>
  role?: InputMaybe<Position>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerynodeArgs = {
  id: Scalars['ID']['input']
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerynodesArgs = {
  ids: Array<Scalars['ID']['input']>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerynotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryobservationArgs = {
  id: Scalars['ID']['input']
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryobservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<ObservationFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<ObservationOrder>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryofficesArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<OfficeFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<OfficeOrder>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerypersonArgs = {
  id?: InputMaybe<Scalars['ID']['input']>
  nip?: InputMaybe<Scalars['NIP']['input']>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryplanArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>
  id: Scalars['ID']['input']
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryplanningBySchoolArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  first?: InputMaybe<Scalars['Int']['input']>
  office: Scalars['ID']['input']
  period: Scalars['String']['input']
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryplansArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<PlanFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<PlanOrder>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerypreviewDistributionArgs = {
  grade: OrganisationGrade
  office: Scalars['ID']['input']
  period: Scalars['String']['input']
  school?: InputMaybe<Scalars['ID']['input']>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryschoolsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<SchoolFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<SchoolOrder>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerysupervisionChainArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>
  assignment: Scalars['ID']['input']
  capacity?: InputMaybe<Capacity>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerysupervisionTreeArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  asOf?: InputMaybe<Scalars['Date']['input']>
  capacity?: InputMaybe<Capacity>
  first?: InputMaybe<Scalars['Int']['input']>
  maxDepth?: InputMaybe<Scalars['Int']['input']>
  root: Scalars['ID']['input']
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QuerysupervisorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<AssignmentFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<AssignmentOrder>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryteachersArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<AssignmentFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<AssignmentOrder>
}

/**
 * What can be read. A document is priced before it runs, in points: each object costs 1, a page `first` times what one row costs, a list
 * without pages 5 times, `totalCount` 2, the schema 10,000, a mutation 10 besides; scalars are free, and no request costs less than 1.
 * `extensions.cost` tells the price, the rows of pages that were asked for, and the budget that is left.
 */
export type QueryunplannedArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<UnplannedFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  office: Scalars['ID']['input']
  period: Scalars['String']['input']
}

/** An indicator that an assignment could choose. Seen as the Assignment. */
export type Recommendation = {
  indicator: Indicator
  /** 1 for what is recommended most. */
  rank: Scalars['Int']['output']
  /** The school's score in its newest year; null where it has none for this indicator. */
  why?: Maybe<ReportCardScore>
}

/** The sheet as far as it is. */
export type RecordObservationInput = {
  observation: Scalars['ID']['input']
  sheet: ObservationSheetInput
  version: Scalars['Int']['input']
}

/** The end of the follow-up. */
export type ReflectOnObservationInput = {
  observation: Scalars['ID']['input']
  reflection: ObservationReflectionInput
  version: Scalars['Int']['input']
}

/** Another document in the place of one; it proves the same. */
export type ReplaceEvidenceInput = {
  document: EvidenceDocumentInput
  evidence: Scalars['ID']['input']
  /** For the supervisor; 1 to 10,000 characters of plain text. */
  note?: InputMaybe<Scalars['String']['input']>
  /** As the evidence was when it was looked at. */
  version: Scalars['Int']['input']
}

/** Label capaian of Rapor Pendidikan. The cut-off scores are not published; the label is delivered, never computed. */
export enum ReportCardLabel {
  BAIK = 'BAIK',
  KURANG = 'KURANG',
  SEDANG = 'SEDANG',
}

/** A school's score in Rapor Pendidikan. Everybody who is signed in may see it. */
export type ReportCardScore = {
  indicator: Indicator
  label: ReportCardLabel
  /** 0 to 100, two decimals. */
  score: Scalars['Float']['output']
  year: Scalars['Int']['output']
}

/** Another schedule. */
export type RescheduleObservationInput = {
  observation: Scalars['ID']['input']
  /** 1 to 10,000 characters of plain text. */
  reason: Scalars['String']['input']
  schedule: ObservationScheduleInput
  version: Scalars['Int']['input']
}

/**
 * What the system suggests as rating of results, and why. How rubric levels become a rating no source says (`rule` is ours, and stands in
 * `server/appraisal/suggestion.ts`, by period): the appraiser decides, and says why where he decides otherwise.
 */
export type ResultSuggestion = {
  english: Scalars['String']['output']
  indonesian: Scalars['String']['output']
  rating: ExpectationRating
  /** The rule, with its thresholds. */
  rule: Scalars['String']['output']
}

/** A key that is refused from now on. */
export type RevokeApiKeyPayload = {
  apiKey?: Maybe<ApiKey>
}

/** A second key beside the first. */
export type RotateApiKeyPayload = {
  apiKey?: Maybe<ApiKey>
  /** The one that was there before. It goes on until it is revoked or expires. */
  previous?: Maybe<ApiKey>
  /** All of the new key, told this once: keep it where programs keep secrets. */
  secret: Scalars['String']['output']
}

/** The three levels of the rubric (scribd 716269966; slideshare 267305981). They are no numbers: no source gives any. */
export enum RubricLevel {
  /** Dilakukan dan efektif: shown, and improving learning. */
  DONE_AND_EFFECTIVE = 'DONE_AND_EFFECTIVE',
  /** Dilakukan tapi belum efektif: shown, and not yet influencing learning. */
  DONE_NOT_YET_EFFECTIVE = 'DONE_NOT_YET_EFFECTIVE',
  /** Belum dilakukan: not shown at all. */
  NOT_DONE = 'NOT_DONE',
}

/** A draft's new content. */
export type SaveAppraisalInput = {
  appraisal: Scalars['ID']['input']
  content: AppraisalContentInput
  version: Scalars['Int']['input']
}

/** A new preparation. */
export type SaveObservationInput = {
  observation: Scalars['ID']['input']
  preparation: ObservationPreparationInput
  version: Scalars['Int']['input']
}

/** A draft's new content. */
export type SavePlanInput = {
  content: PlanContentInput
  plan: Scalars['ID']['input']
  version: Scalars['Int']['input']
}

/** Satuan pendidikan. Everybody who is signed in may see it. */
export type School = Node & {
  /** Where it stands. */
  district: Area
  id: Scalars['ID']['output']
  level: SchoolLevel
  name: Scalars['String']['output']
  /** Nomor Pokok Sekolah Nasional, 8 digits. */
  npsn: Scalars['String']['output']
  /** Who runs it. */
  office: Office
  ownership: Ownership
  /** Kepala sekolah on the day (default: today), acting (Plt) or definitive. Null when there is none or the viewer may not see the row. */
  principal?: Maybe<Assignment>
  /** Rapor Pendidikan: the scores of one year (default: all), newest first, then by indicator. */
  reportCard: Array<ReportCardScore>
  /** Who is assigned to the school. */
  staff: AssignmentConnection
}

/** Satuan pendidikan. Everybody who is signed in may see it. */
export type SchoolprincipalArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>
}

/** Satuan pendidikan. Everybody who is signed in may see it. */
export type SchoolreportCardArgs = {
  year?: InputMaybe<Scalars['Int']['input']>
}

/** Satuan pendidikan. Everybody who is signed in may see it. */
export type SchoolstaffArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  filter?: InputMaybe<AssignmentFilter>
  first?: InputMaybe<Scalars['Int']['input']>
  orderBy?: InputMaybe<AssignmentOrder>
}

export type SchoolConnection = {
  edges: Array<SchoolEdge>
  nodes: Array<School>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type SchoolEdge = {
  cursor: Scalars['String']['output']
  node: School
}

/** Only schools that fit everything given. */
export type SchoolFilter = {
  /** Standing in this district or province (an Area's id). */
  district?: InputMaybe<Scalars['ID']['input']>
  level?: InputMaybe<Array<SchoolLevel>>
  /** Part of the name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>
  npsn?: InputMaybe<Scalars['String']['input']>
  /** Run by this office or one below it. */
  office?: InputMaybe<Scalars['ID']['input']>
  ownership?: InputMaybe<Ownership>
}

/** Jenjang: the kind of school. */
export enum SchoolLevel {
  /** Pendidikan anak usia dini: early childhood. */
  PAUD = 'PAUD',
  /** Sekolah dasar: primary. */
  SD = 'SD',
  /** Sekolah luar biasa: special needs. */
  SLB = 'SLB',
  /** Sekolah menengah atas: upper secondary. */
  SMA = 'SMA',
  /** Sekolah menengah kejuruan: vocational secondary. */
  SMK = 'SMK',
  /** Sekolah menengah pertama: lower secondary. */
  SMP = 'SMP',
}

export type SchoolOrder = {
  direction?: OrderDirection
  field: SchoolOrderField
}

export enum SchoolOrderField {
  NAME = 'NAME',
  NPSN = 'NPSN',
}

/**
 * Rekap perencanaan: how far a school is with its plans for a period, today. It counts those assignments alone whose plans the viewer sees
 * as somebody above (atasan), on the work team (Tim Kerja), as admin of the office, as program with PLAN_READ or as operator; a school
 * without any is not listed. `expected` = `missing` + `drafted` + `submitted` + `agreed`.
 */
export type SchoolPlanning = {
  /** Agreed (disepakati), also where a reset is asked for. */
  agreed: Scalars['Int']['output']
  /** Begun, and not handed in, or a draft again. */
  drafted: Scalars['Int']['output']
  /** Assignments in force that take part in the period. */
  expected: Scalars['Int']['output']
  /** Handed in late, whatever became of them; counted above too. */
  late: Scalars['Int']['output']
  /** Not begun. */
  missing: Scalars['Int']['output']
  school: School
  /** Handed in, and not agreed yet. */
  submitted: Scalars['Int']['output']
}

export type SchoolPlanningConnection = {
  edges: Array<SchoolPlanningEdge>
  nodes: Array<SchoolPlanning>
  pageInfo: PageInfo
  totalCount: Scalars['Int']['output']
}

export type SchoolPlanningEdge = {
  cursor: Scalars['String']['output']
  node: SchoolPlanning
}

/** What an API key may be used for. Nothing else is allowed with it. */
export enum Scope {
  /** `appraisal:read`: observations and appraisals (penilaian). */
  APPRAISAL_READ = 'APPRAISAL_READ',
  /** `evidence:read`: evidence (bukti dukung). */
  EVIDENCE_READ = 'EVIDENCE_READ',
  /** `import:write`: deliver registers. */
  IMPORT_WRITE = 'IMPORT_WRITE',
  /** `plan:read`: plans (SKP). */
  PLAN_READ = 'PLAN_READ',
  /** `supervision:read`: people, their assignments, and who supervises whom. */
  SUPERVISION_READ = 'SUPERVISION_READ',
}

/** How an office did as a whole. */
export type SetOrganisationPredicateInput = {
  grade: OrganisationGrade
  office: Scalars['ID']['input']
  /** A period's code: `2026`. */
  period: Scalars['String']['input']
  /** As it was when it was looked at; 0 where it is set for the first time. */
  version: Scalars['Int']['input']
}

/** The organisation's predicate as it is now. */
export type SetOrganisationPredicatePayload = {
  /** How many appraisals of teachers were given to their owners by this. */
  finalized: Scalars['Int']['output']
  /** How many are recommended still, beyond the 200 that are given at once: set it again with its new version. */
  left: Scalars['Int']['output']
  organisation?: Maybe<OrganisationPredicate>
  /** What the pattern of SE MenPANRB 3/2023 asks for and the appraisals do not meet, in Indonesian. It is reported, and changes nothing. */
  unmet: Array<Scalars['String']['output']>
}

/** Jenis kelamin. */
export enum Sex {
  F = 'F',
  M = 'M',
}

/** Tahap: a part of the cycle that is open for some days. */
export enum Stage {
  /** Penilaian. */
  APPRAISAL = 'APPRAISAL',
  /** Pelaksanaan. */
  EXECUTION = 'EXECUTION',
  /** Perencanaan, late: allowed, and marked late. */
  LATE_PLANNING = 'LATE_PLANNING',
  /** Perencanaan. */
  PLANNING = 'PLANNING',
  /** Pra-perencanaan: organisation data confirmed, Tim Kerja named. From 2026. */
  PREPARATION = 'PREPARATION',
}

/**
 * What happens, while it happens: over WebSocket (subprotocol `graphql-transport-ws`, the token as `authorization` of `connection_init` or as
 * header) or as server-sent events (POST with `accept: text/event-stream`), both at /graphql. Each event is read when it is delivered, with
 * the rights that the viewer has then; what he may not see any more is not delivered. Events come in the order in which they were
 * committed, and each at least once: whoever gives the last `cursor` as `after` within two days misses nothing, and may get some twice, which
 * the version of a plan and the id of a notification tell. CURSOR_EXPIRED: the cursor is older. BAD_USER_INPUT: it is none.
 * SERVICE_UNAVAILABLE: 1,000 events wait for a client that reads too slowly. A viewer has at most 10 sockets with 20 subscriptions each,
 * and 20 streams besides.
 */
export type Subscription = {
  /** Each new notification of who is signed in, from now on or from a cursor on. FORBIDDEN: not a person. */
  notified: NotificationEvent
  /**
   * Each step of a plan and each change of a draft, and each step of its appraisal from the one that gives it to its owner; from now on or
   * from a cursor on. NOT_FOUND: no plan that the viewer may see.
   */
  planChanged: PlanEvent
  /**
   * The same of every plan that the viewer sees at schools that an office or one below it runs, and each step of its observations: for those who
   * watch over people there, as `analytics` counts them. FORBIDDEN: the viewer watches over nobody there, or is an analyst.
   */
  plansChanged: PlanEvent
}

/**
 * What happens, while it happens: over WebSocket (subprotocol `graphql-transport-ws`, the token as `authorization` of `connection_init` or as
 * header) or as server-sent events (POST with `accept: text/event-stream`), both at /graphql. Each event is read when it is delivered, with
 * the rights that the viewer has then; what he may not see any more is not delivered. Events come in the order in which they were
 * committed, and each at least once: whoever gives the last `cursor` as `after` within two days misses nothing, and may get some twice, which
 * the version of a plan and the id of a notification tell. CURSOR_EXPIRED: the cursor is older. BAD_USER_INPUT: it is none.
 * SERVICE_UNAVAILABLE: 1,000 events wait for a client that reads too slowly. A viewer has at most 10 sockets with 20 subscriptions each,
 * and 20 streams besides.
 */
export type SubscriptionnotifiedArgs = {
  after?: InputMaybe<Scalars['String']['input']>
}

/**
 * What happens, while it happens: over WebSocket (subprotocol `graphql-transport-ws`, the token as `authorization` of `connection_init` or as
 * header) or as server-sent events (POST with `accept: text/event-stream`), both at /graphql. Each event is read when it is delivered, with
 * the rights that the viewer has then; what he may not see any more is not delivered. Events come in the order in which they were
 * committed, and each at least once: whoever gives the last `cursor` as `after` within two days misses nothing, and may get some twice, which
 * the version of a plan and the id of a notification tell. CURSOR_EXPIRED: the cursor is older. BAD_USER_INPUT: it is none.
 * SERVICE_UNAVAILABLE: 1,000 events wait for a client that reads too slowly. A viewer has at most 10 sockets with 20 subscriptions each,
 * and 20 streams besides.
 */
export type SubscriptionplanChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  id: Scalars['ID']['input']
}

/**
 * What happens, while it happens: over WebSocket (subprotocol `graphql-transport-ws`, the token as `authorization` of `connection_init` or as
 * header) or as server-sent events (POST with `accept: text/event-stream`), both at /graphql. Each event is read when it is delivered, with
 * the rights that the viewer has then; what he may not see any more is not delivered. Events come in the order in which they were
 * committed, and each at least once: whoever gives the last `cursor` as `after` within two days misses nothing, and may get some twice, which
 * the version of a plan and the id of a notification tell. CURSOR_EXPIRED: the cursor is older. BAD_USER_INPUT: it is none.
 * SERVICE_UNAVAILABLE: 1,000 events wait for a client that reads too slowly. A viewer has at most 10 sockets with 20 subscriptions each,
 * and 20 streams besides.
 */
export type SubscriptionplansChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>
  office: Scalars['ID']['input']
}

/**
 * Somebody above an assignment, as whoever stands below may know him: name, position, place. The row itself (`assignment`) only
 * by its own right. Programs need SUPERVISION_READ, whatever else they see the assignment by.
 */
export type SupervisionLink = {
  /** Null unless the viewer may see the row. */
  assignment?: Maybe<Assignment>
  basis: Basis
  capacity: Capacity
  /** Steps up: 1 is the direct supervisor. */
  depth: Scalars['Int']['output']
  /** The first day of this line of supervision. */
  from: Scalars['Date']['output']
  name: Scalars['String']['output']
  /** The name of the school or office. */
  place: Scalars['String']['output']
  position: Position
  /** The first day after its end; null while it is open. */
  until?: Maybe<Scalars['Date']['output']>
}

/**
 * One place in a supervision tree. Nodes come parents before children, level by level, so that any prefix of pages is a tree;
 * hang each below its `parentId`. A place whose assignment the viewer may not see is left out, with all below it, and not counted.
 */
export type SupervisionNode = {
  assignment: Assignment
  /** How many stand directly below on the day, of those that the viewer sees. */
  childCount: Scalars['Int']['output']
  /** Steps below the root, which is 0. */
  depth: Scalars['Int']['output']
  /** How many stand below in all on the day, of those that the viewer sees. */
  descendantCount: Scalars['Int']['output']
  /** The id of the assignment. */
  id: Scalars['ID']['output']
  /** The id of the direct supervisor's assignment; null for the root. */
  parentId?: Maybe<Scalars['ID']['output']>
}

/** A tree on one day, a page at a time. */
export type SupervisionNodeConnection = {
  edges: Array<SupervisionNodeEdge>
  nodes: Array<SupervisionNode>
  pageInfo: PageInfo
  /** All nodes down to `maxDepth`, the root among them. */
  totalCount: Scalars['Int']['output']
}

export type SupervisionNodeEdge = {
  cursor: Scalars['String']['output']
  node: SupervisionNode
}

/** Target perilaku: one focus of an observation. */
export type TargetBehaviour = Node & {
  certainty: Certainty
  id: Scalars['ID']['output']
  note?: Maybe<Scalars['String']['output']>
  /** 1 to 3. */
  number: Scalars['Int']['output']
  sources: Array<Scalars['String']['output']>
  /** In Indonesian, in our sources' words; a paraphrase where `note` says so. */
  text: Scalars['String']['output']
}

/** Only assignments that fit everything given. */
export type UnplannedFilter = {
  employment?: InputMaybe<Array<Employment>>
  level?: InputMaybe<Array<SchoolLevel>>
  /** Part of the person's name, upper or lower case. */
  nameContains?: InputMaybe<Scalars['String']['input']>
  position?: InputMaybe<Array<Position>>
  school?: InputMaybe<Scalars['ID']['input']>
}

/** How somebody lives up to one of the BerAKHLAK values. */
export type ValueRating = {
  /** What was seen. */
  note?: Maybe<Scalars['String']['output']>
  rating: ExpectationRating
  value: WorkValue
}

/** A rating for one of the BerAKHLAK values. */
export type ValueRatingInput = {
  /** What was seen; 1 to 1,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>
  rating: ExpectationRating
  value: WorkValue
}

/** Who is asking. */
export type Viewer = {
  /** When the token or key ends. */
  expiresAt: Scalars['DateTime']['output']
  /** The person signed in; null for operators and analysts. */
  person?: Maybe<Person>
  role: ViewerRole
  /** What the API key may be used for; empty for all other roles. */
  scopes: Array<Scope>
  /** How many notifications are unread; 0 for everybody but people. */
  unreadCount: Scalars['Int']['output']
}

/** As what somebody is signed in. */
export enum ViewerRole {
  /** Sees organisations and, later, aggregates; never a row about a person. */
  ANALYST = 'ANALYST',
  /** A program with an API key (integrasi): sees what its scopes allow, at its office and below it. */
  INTEGRATION = 'INTEGRATION',
  /** Runs the system: sees every row. */
  OPERATOR = 'OPERATOR',
  /** A teacher, a principal, somebody of an office: sees himself, those below, those given to his work team, and as admin those of his office. */
  PERSON = 'PERSON',
}

/** When a stage is open. */
export type Window = {
  certainty: Certainty
  /** First day. */
  from: Scalars['Date']['output']
  note?: Maybe<Scalars['String']['output']>
  sources: Array<Scalars['String']['output']>
  stage: Stage
  /** First day after the end. */
  until: Scalars['Date']['output']
}

/**
 * Perpanjangan: a window that an operator has opened for an office and those below it, besides those of the period. Everybody who is
 * signed in may see it.
 */
export type WindowExtension = Node & {
  createdAt: Scalars['DateTime']['output']
  /** First day. */
  from: Scalars['Date']['output']
  id: Scalars['ID']['output']
  office: Office
  period: Period
  /** 1 to 10,000 characters of plain text. */
  reason: Scalars['String']['output']
  stage: Stage
  /** First day after the end. */
  until: Scalars['Date']['output']
}

/** Perilaku kerja BerAKHLAK: the seven values, all of them in every plan (PermenPANRB 6/2022). */
export enum WorkValue {
  /** Akuntabel. */
  ACCOUNTABLE = 'ACCOUNTABLE',
  /** Adaptif. */
  ADAPTIVE = 'ADAPTIVE',
  /** Kolaboratif. */
  COLLABORATIVE = 'COLLABORATIVE',
  /** Kompeten. */
  COMPETENT = 'COMPETENT',
  /** Harmonis. */
  HARMONIOUS = 'HARMONIOUS',
  /** Loyal. */
  LOYAL = 'LOYAL',
  /** Berorientasi pelayanan. */
  SERVICE = 'SERVICE',
}

/** What the observer notes for himself. */
export type WriteObserverNoteInput = {
  observation: Scalars['ID']['input']
  /** 1 to 10,000 characters; null takes the note away. */
  text?: InputMaybe<Scalars['String']['input']>
  /** The note's own; 0 where there is none yet. */
  version: Scalars['Int']['input']
}

/** What became of a note. Nothing of the observation is read for it, so that not even that is on record about the observed. */
export type WriteObserverNotePayload = {
  /** The note's version from now on; 0 where it was taken away. */
  version: Scalars['Int']['output']
}
