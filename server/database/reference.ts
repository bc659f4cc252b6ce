import type { Pool } from 'pg'
import { activities, activityId, catalogues } from '../development/activities.ts'
import { duties } from '../development/duties.ts'
import { catalogue } from '../indicator/catalogue.ts'
import { areas } from '../organisation/area.ts'
import { rules } from '../period/rules.ts'

type Rows = readonly Record<string, unknown>[]

const between = (from: string, until: string) => `[${from},${until})`

/** What the code holds as data, table by table; a table follows those it refers to. */
const reference: readonly { table: string; key: readonly string[]; rows: Rows }[] = [
  {
    table: 'area',
    key: ['code'],
    rows: areas().map(({ code, name, level, parent }) => ({ code, name, level, parent_code: parent })),
  },
  {
    table: 'period',
    key: ['code'],
    rows: rules.map((rule) => ({
      code: rule.code,
      name: rule.name,
      validity: between(rule.from, rule.until),
      cycle: rule.cycle,
      platform: rule.platform,
      points_from: rule.pointsFrom,
      points_to: rule.pointsTo,
      evidence: rule.evidence,
      regulation: rule.regulation,
      regulation_certainty: rule.regulationCertainty,
      indicators_certainty: rule.indicatorsCertainty,
      participants: rule.participants,
      sources: rule.sources,
      certainty: rule.certainty,
      note: rule.note,
    })),
  },
  {
    table: 'period_window',
    key: ['period_code', 'number'],
    rows: rules.flatMap((rule) =>
      rule.windows.map(({ from, until, ...window }, index) => ({
        period_code: rule.code,
        number: index + 1,
        ...window,
        validity: between(from, until),
      })),
    ),
  },
  {
    table: 'activity_catalogue',
    key: ['id'],
    rows: catalogues.map(({ id, period, name }) => ({ id, period_code: period, name })),
  },
  {
    table: 'development_activity',
    key: ['id'],
    rows: catalogues.flatMap((catalogue) =>
      activities.map((activity, index) => ({
        id: activityId(catalogue, index + 1),
        catalogue_id: catalogue.id,
        place: index + 1,
        ...activity,
      })),
    ),
  },
  { table: 'additional_duty', key: ['number'], rows: duties },
  {
    table: 'indicator',
    key: ['code'],
    rows: catalogue.map((entry, index) => ({
      code: entry.code,
      number: index + 1,
      role: entry.role,
      name: entry.name,
      name_english: entry.nameEnglish,
      report_card_code: entry.reportCardCode,
      dimension: entry.dimension,
      dimension_certainty: entry.dimensionCertainty,
      sources: entry.sources,
      certainty: entry.certainty,
      note: entry.note,
    })),
  },
  {
    table: 'target_behaviour',
    key: ['code'],
    rows: catalogue.flatMap((entry) =>
      entry.behaviours.map((behaviour) => ({
        code: `${entry.code}.${behaviour.number}`,
        indicator_code: entry.code,
        ...behaviour,
      })),
    ),
  },
  {
    table: 'indicator_period',
    key: ['indicator_code', 'period_code'],
    rows: catalogue.flatMap((entry) =>
      entry.periods.map((period) => ({ indicator_code: entry.code, period_code: period })),
    ),
  },
]

/** Makes the tables of reference data say what the code says; rows that the code no longer has stay. */
export async function loadReference(pool: Pool): Promise<void> {
  for (const { table, key, rows } of reference) {
    const columns = Object.keys(rows[0] ?? {})
    const changes = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`)
    await pool.query(
      `insert into ${table} (${columns.join()}) select ${columns.join()} from jsonb_populate_recordset(null::${table}, $1)
       on conflict (${key.join()}) do ${changes.length ? `update set ${changes.join()}` : 'nothing'}`,
      [JSON.stringify(rows)],
    )
  }
}
