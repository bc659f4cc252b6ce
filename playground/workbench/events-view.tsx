import type { Event } from './exchange.ts'

/** What a subscription told, the newest first. */
export const EventsView = ({ events }: { readonly events: readonly Event[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section className="view" tabIndex={0} aria-label="Events">
    <ol className="events" reversed>
      {events.map(({ number, at, data }) => (
        <li key={number} value={number}>
          <time dateTime={at.toISOString()}>{at.toLocaleTimeString()}</time>
          <pre>{JSON.stringify(data, null, 2)}</pre>
        </li>
      ))}
    </ol>
  </section>
)
