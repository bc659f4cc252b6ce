import type { AnalyticsNode } from '@kinerja/sdk'
import { label, ReportCardLabel } from '@kinerja/sdk/labels'
import { type Count, shareOf, withheldOf } from '../figures/count.ts'
import { type CrossRow, crossOf } from '../figures/cross.ts'
import { Amount, Withheld } from '../frame/amount.tsx'
import { type Column, DataTable } from '../frame/data-table.tsx'
import { Section } from '../frame/section.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { usePlace } from '../place.ts'
import { useCells } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

const labels = ['KURANG', 'SEDANG', 'BAIK'] as const satisfies readonly ReportCardLabel[]

type Indicator = NonNullable<AnalyticsNode['indicator']>
type Row = CrossRow<Indicator, ReportCardLabel>

/** Which indicators were chosen, against what the report card says of the school: a heat table. Analysts are told no labels. */
export function Indicators() {
  const { guarded } = usePlace()
  const { language, words } = useSpeech()
  const cells = useCells(guarded ? ['INDICATOR'] : ['INDICATOR', 'LABEL'])
  return (
    <Section id="indicators">
      {!guarded && <p className="note">{words.indicators.about}</p>}
      <Shown of={cells} lines={10}>
        {(read) => <Heat rows={rowsOf(read)} withheld={withheldOf(read)} />}
      </Shown>
    </Section>
  )

  function rowsOf(read: readonly AnalyticsNode[]): Row[] {
    const rows = crossOf(
      read,
      ({ indicator }) => indicator,
      ({ label }) => label,
      labels,
    )
    return rows.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0))
  }

  function Heat({ rows, withheld }: { readonly rows: readonly Row[]; readonly withheld: Count | undefined }) {
    if (rows.length === 0 && withheld === undefined) return <Nothing>{words.indicators.none}</Nothing>
    const most = Math.max(
      1,
      ...rows.flatMap(({ counts, without }) => [...Object.values(counts), without ?? 0].map(Number)),
    )
    const heat = (name: string, count: (row: Row) => Count): Column<Row> => ({
      name,
      numeric: true,
      cell: (row) => <Heated count={count(row)} most={most} />,
    })
    const byLabel = guarded
      ? []
      : [
          ...labels.map((each) => heat(label(ReportCardLabel, each, language), ({ counts }) => counts[each])),
          heat(words.indicators.noLabel, ({ without }) => without),
        ]
    return (
      <>
        <DataTable
          caption={words.indicators.title}
          rows={rows}
          keyOf={({ head }) => head.id}
          columns={[
            { name: words.indicators.indicator, cell: ({ head }) => nameOf(head) },
            ...byLabel,
            { name: words.indicators.all, numeric: true, cell: ({ total }) => <Amount of={total} /> },
          ]}
        />
        <Withheld count={withheld} />
      </>
    )
  }

  function nameOf({ name, nameEnglish }: Indicator): string {
    return language === 'id' ? name : nameEnglish
  }
}

/** A number on a ground that is the deeper the more it is. */
const Heated = ({ count, most }: { readonly count: Count; readonly most: number }) => (
  <span className="heat" style={{ '--heat': `${Math.round(60 * (shareOf(count, most) ?? 0))}%` }}>
    <Amount of={count} />
  </span>
)
