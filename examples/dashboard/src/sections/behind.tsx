import type { PlansNode, UnplannedNode } from '@kinerja/sdk'
import { Employment, label, Position } from '@kinerja/sdk/labels'
import { useState } from 'react'
import { type Column, DataTable } from '../frame/data-table.tsx'
import { Section } from '../frame/section.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { type Paged, useLate, useUnplanned } from '../paged.ts'
import { usePlace } from '../place.ts'
import { useSpeech } from '../words/settings.ts'
import { SchoolTree } from './school-tree.tsx'

type Assignment = UnplannedNode

/** Who has handed in late, or not at all; from each to the tree that he stands in. */
export function Behind() {
  const { language, words, formats } = useSpeech()
  const [looked, look] = useState<Assignment | null>(null)
  const unplanned = useUnplanned()
  const late = useLate()
  const { guarded } = usePlace()
  const about = <Row,>(of: (row: Row) => Assignment): [Column<Row>, ...Column<Row>[]] => [
    { name: words.behind.name, cell: (row) => of(row).person.name },
    { name: words.behind.position, cell: (row) => label(Position, of(row).position, language) },
    { name: words.behind.school, cell: (row) => <Place of={of(row)} look={look} /> },
  ]
  if (guarded)
    return (
      <Section id="behind">
        <Nothing>{words.noPeople}</Nothing>
      </Section>
    )
  return (
    <Section id="behind">
      <h3>{words.behind.unplanned}</h3>
      <List
        of={unplanned}
        none={words.behind.everybodyPlanned}
        caption={words.behind.unplanned}
        keyOf={({ id }) => id}
        columns={[
          ...about((row: UnplannedNode) => row),
          {
            name: words.behind.employment,
            cell: ({ person }) => label(Employment, person.employment, language),
          },
        ]}
      />
      <h3>{words.behind.late}</h3>
      <List
        of={late}
        none={words.behind.nobodyLate}
        caption={words.behind.late}
        keyOf={({ id }) => id}
        columns={[
          ...about(({ assignment }: PlansNode) => assignment),
          {
            name: words.behind.submitted,
            cell: ({ submittedAt }) =>
              submittedAt && <time dateTime={submittedAt.toISOString()}>{formats.moment(submittedAt)}</time>,
          },
        ]}
      />
      {looked?.school && <SchoolTree school={looked.school} assignment={looked} close={() => look(null)} />}
    </Section>
  )
}

/** The school of an assignment; behind it is the tree. */
function Place({ of, look }: { readonly of: Assignment; readonly look: (assignment: Assignment) => void }) {
  const { words } = useSpeech()
  if (!of.school) return of.office?.name
  return (
    <button
      type="button"
      className="pick"
      aria-haspopup="dialog"
      title={words.behind.tree(of.person.name)}
      onClick={() => look(of)}
    >
      {of.school.name}
    </button>
  )
}

/** A list, and more of it on demand. */
function List<Item>({
  of,
  none,
  ...table
}: {
  readonly of: Paged<Item>
  readonly none: string
  readonly caption: string
  readonly keyOf: (item: Item) => string
  readonly columns: [Column<Item>, ...Column<Item>[]]
}) {
  const { words, formats } = useSpeech()
  return (
    <Shown of={of} lines={8}>
      {({ pages }) => {
        const rows = pages.flatMap(({ nodes }) => nodes)
        const all = pages[0]?.totalCount ?? 0
        if (rows.length === 0) return <Nothing>{none}</Nothing>
        return (
          <>
            <DataTable {...table} rows={rows} />
            <p className="note">
              {words.showing(formats.number(rows.length), formats.number(all))}{' '}
              {of.hasNextPage && (
                <button
                  type="button"
                  className="quiet"
                  disabled={of.isFetchingNextPage}
                  onClick={() => of.fetchNextPage()}
                >
                  {words.more}
                </button>
              )}
            </p>
          </>
        )
      }}
    </Shown>
  )
}
