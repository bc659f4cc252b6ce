import { useEffect } from 'react'
import { loadCharts } from './charts/lazy.ts'
import { Header } from './frame/header.tsx'
import { Navigation } from './frame/navigation.tsx'
import { Said } from './frame/said.tsx'
import { Nothing, Shown } from './frame/states.tsx'
import { useKept } from './kept.ts'
import { chosenOffice, chosenPeriod, PlaceContext } from './place.ts'
import { sections } from './sections/sections.ts'
import { placeOf, useStart } from './start.ts'
import { useSpeech } from './words/settings.ts'

/** All sections about one office and one period. */
export function Dashboard() {
  const { words } = useSpeech()
  const start = useStart()
  useEffect(() => {
    // meanwhile; whoever draws with it hears what goes wrong
    loadCharts().catch(() => undefined)
  }, [])
  const [office, period] = [useKept(chosenOffice), useKept(chosenPeriod)]
  const place = start.data && placeOf(start.data, { office, period })
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Header start={start.data} place={place} />
      <Said office={place?.office.id} />
      <Navigation />
      <main id="content" tabIndex={-1}>
        <h1>
          {place?.office.name ?? words.title} <small>{place?.period.name}</small>
        </h1>
        <Shown of={start} lines={30}>
          {() =>
            place ? (
              <PlaceContext value={place}>
                {place.guarded && <p className="notice">{words.guarded}</p>}
                {sections.map(({ id, View }) => (
                  <View key={`${id} ${place.office.id} ${place.period.id}`} />
                ))}
              </PlaceContext>
            ) : (
              <Nothing>{words.nothing}</Nothing>
            )
          }
        </Shown>
      </main>
    </>
  )
}
