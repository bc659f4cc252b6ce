import { accessReading } from './access/access.reading.ts'
import { analyticsReading } from './analytics/analytics.reading.ts'
import { apiKeyReading } from './api-key/api-key.reading.ts'
import { appraisalReading } from './appraisal/appraisal.reading.ts'
import { contentReading } from './appraisal/content.reading.ts'
import { distributionReading } from './appraisal/distribution.reading.ts'
import { auditReading } from './audit/audit.reading.ts'
import { developmentReading } from './development/development.reading.ts'
import { evidenceReading } from './evidence/evidence.reading.ts'
import { importReading } from './import/import-report.reading.ts'
import { indicatorReading } from './indicator/indicator.reading.ts'
import { notificationReading } from './notification/notification.reading.ts'
import { observationReading } from './observation/observation.reading.ts'
import { organisationReading } from './organisation/organisation.reading.ts'
import { periodReading } from './period/period.reading.ts'
import { seasonReading } from './period/season.reading.ts'
import { personReading } from './person/person.reading.ts'
import { planReading } from './plan/plan.reading.ts'
import { planningReading } from './planning/planning.reading.ts'
import type { Shape } from './reader/shape.ts'
import { supervisionReading } from './supervision/supervision.reading.ts'

const query: Shape = {
  type: 'Query',
  access: 'EVERYBODY',
  fields: { node: { kind: 'node' }, nodes: { kind: 'nodes' } },
}

/** How every type of the graph is read. */
export const readings = [
  query,
  ...accessReading,
  ...organisationReading,
  ...personReading,
  ...supervisionReading,
  ...periodReading,
  ...seasonReading,
  ...indicatorReading,
  ...importReading,
  ...apiKeyReading,
  ...auditReading,
  ...notificationReading,
  ...developmentReading,
  ...planReading,
  ...planningReading,
  ...evidenceReading,
  ...observationReading,
  ...appraisalReading,
  ...contentReading,
  ...distributionReading,
  ...analyticsReading,
]
