import type { Stage } from './viewers.ts'

/** A question about one row: the text around its fields, and where the row stands in the answer. */
export interface Door {
  readonly ask: (fields: string) => string
  readonly row: (answer: unknown) => unknown
}

type Path = readonly (string | number)[]

const door = (before: string, after: string, ...path: Path): Door => ({
  ask: (fields) => `{ row: ${before} ${fields} ${after} }`,
  row: (answer) => path.reduce((at, step) => (at as Record<string | number, unknown> | null)?.[step], answer),
})

const node = (id: string, type: string, before = '', after = '', ...path: Path) =>
  door(`node(id: "${id}") { ... on ${type} { ${before}`, `${after} } }`, ...path)

const content = (id: string, before: string, after: string, ...path: Path) =>
  node(id, 'Observation', `content { ${before}`, `${after} }`, 'content', ...path)
const ofContent = (appraisal: string, field = '', ...path: Path) =>
  field
    ? node(appraisal, 'Appraisal', `content { ${field} {`, '} }', 'content', field, ...path)
    : node(appraisal, 'Appraisal', 'content {', '}', 'content')

const ofDistribution = (office: string, field: string) =>
  door(`previewDistribution(office: "${office}", period: "2024-S1", grade: GOOD) { ${field} {`, '} }', field, 0)

/** How one row of each type is come by. */
export const doors = ({
  sari,
  assignment,
  school,
  office,
  area,
  report,
  apiKey,
  extension,
  plan,
  notification,
  evidence,
  observation,
  noted,
  appraisal,
  organisationPredicate,
}: Stage): Readonly<Record<string, Door>> => ({
  Person: node(sari, 'Person'),
  Assignment: node(assignment, 'Assignment'),
  SupervisionNode: door(`supervisionTree(root: "${assignment}") { nodes {`, '} }', 'nodes', 0),
  SupervisionLink: door(`supervisionChain(assignment: "${assignment}") {`, '}', 0),
  ApiKey: node(apiKey, 'ApiKey'),
  AuditEntry: door(`auditEntries(filter: { subject: "${sari}" }, first: 1) { nodes {`, '} }', 'nodes', 0),
  DataExport: door(`dataExport(person: "${sari}") { person {`, '} }', 'person'),
  DataAccess: door(`dataExport(person: "${sari}") { accesses(first: 1) { nodes {`, '} } }', 'accesses', 'nodes', 0),
  Area: node(area, 'Area'),
  Office: node(office, 'Office'),
  School: node(school, 'School'),
  ReportCardScore: node(school, 'School', 'reportCard {', '}', 'reportCard', 0),
  Viewer: door('viewer {', '}'),
  Period: node('prd_2024-S1', 'Period'),
  Window: node('prd_2024-S1', 'Period', 'windows {', '}', 'windows', 0),
  WindowExtension: node(extension, 'WindowExtension'),
  Planning: node('prd_2024-S1', 'Period', `planning(office: "${office}") {`, '}', 'planning'),
  SchoolPlanning: door(`planningBySchool(period: "2026", office: "${office}") { nodes {`, '} }', 'nodes', 0),
  AnalyticsCell: door(`analytics(periods: ["2026"], by: [SCHOOL], office: "${office}") { nodes {`, '} }', 'nodes', 0),
  Recommendation: node(
    assignment,
    'Assignment',
    'recommendedIndicators(period: "2024-S1") {',
    '}',
    'recommendedIndicators',
    0,
  ),
  Indicator: door('indicators {', '}', 0),
  TargetBehaviour: door('indicators { behaviours {', '} }', 0, 'behaviours', 0),
  DevelopmentActivity: door('developmentActivities(period: "2024-S1") {', '}', 0),
  AdditionalDuty: door('additionalDuties {', '}', 0),
  Plan: node(plan, 'Plan'),
  PlanContent: node(plan, 'Plan', 'content {', '}', 'content'),
  PlanActivity: node(plan, 'Plan', 'content { activities {', '} }', 'content', 'activities', 0),
  PlanDuty: node(plan, 'Plan', 'content { duties {', '} }', 'content', 'duties', 0),
  PlanValue: node(plan, 'Plan', 'content { values {', '} }', 'content', 'values', 0),
  PlanStep: node(plan, 'Plan', 'history {', '}', 'history', 0),
  PlanChange: node(plan, 'Plan', 'history { changes {', '} }', 'history', 0, 'changes', 0),
  Evidence: node(evidence, 'Evidence'),
  EvidenceStep: node(evidence, 'Evidence', 'history {', '}', 'history', 0),
  Observation: node(observation, 'Observation'),
  ObservationContent: node(observation, 'Observation', 'content {', '}', 'content'),
  ObservationPreparation: content(observation, 'preparation {', '}', 'preparation'),
  ObservationSheet: content(observation, 'sheet {', '}', 'sheet'),
  BehaviourRating: content(observation, 'sheet { ratings {', '} }', 'sheet', 'ratings', 0),
  ExampleRating: content(
    observation,
    'sheet { ratings { examples {',
    '} } }',
    ...['sheet', 'ratings', 0, 'examples', 0],
  ),
  ObservationDiscussion: content(observation, 'discussion {', '}', 'discussion'),
  FollowUp: content(observation, 'followUps {', '}', 'followUps', 0),
  ObservationReflection: content(observation, 'reflection {', '}', 'reflection'),
  ObservationConclusion: content(observation, 'conclusion {', '}', 'conclusion'),
  ObservationStep: node(observation, 'Observation', 'history {', '}', 'history', 0),
  ObservationChange: node(observation, 'Observation', 'history { changes {', '} }', 'history', 0, 'changes', 0),
  ObserverNote: node(noted, 'Observation', 'myNote {', '}', 'myNote'),
  Notification: node(notification, 'Notification'),
  Appraisal: node(appraisal, 'Appraisal'),
  AppraisalContent: ofContent(appraisal),
  ObservedLevels: ofContent(appraisal, 'observed'),
  ResultSuggestion: ofContent(appraisal, 'suggestion'),
  ValueRating: ofContent(appraisal, 'values', 0),
  CreditPoints: ofContent(appraisal, 'creditPoints'),
  Consequence: ofContent(appraisal, 'consequences', 0),
  ExplanationFact: ofContent(appraisal, 'explanation', 0),
  AppraisalStep: node(appraisal, 'Appraisal', 'history {', '}', 'history', 0),
  OrganisationPredicate: node(organisationPredicate, 'OrganisationPredicate'),
  Distribution: door(`previewDistribution(office: "${office}", period: "2024-S1", grade: GOOD) {`, '}'),
  DistributionShare: ofDistribution(office, 'shares'),
  DistributionClause: ofDistribution(office, 'clauses'),
  ImportReport: node(report, 'ImportReport'),
  ImportFile: node(report, 'ImportReport', 'files {', '}', 'files', 0),
  ImportRefusal: node(report, 'ImportReport', 'refusals { nodes {', '} }', 'refusals', 'nodes', 0),
})
