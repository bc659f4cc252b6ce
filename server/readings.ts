import { accessReading } from './access/access.reading.ts'
import { importReading } from './import/import-report.reading.ts'
import { indicatorReading } from './indicator/indicator.reading.ts'
import { organisationReading } from './organisation/organisation.reading.ts'
import { periodReading } from './period/period.reading.ts'
import { personReading } from './person/person.reading.ts'
import { supervisionReading } from './supervision/supervision.reading.ts'

/** How every type of the graph is read. */
export const readings = [
  ...accessReading,
  ...organisationReading,
  ...personReading,
  ...supervisionReading,
  ...periodReading,
  ...indicatorReading,
  ...importReading,
]
