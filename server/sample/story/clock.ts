import type { Random } from '../random.ts'

const day = 86_400_000
const minute = 60_000

/** The time of one person's affairs: it only ever goes on, and never to a Sunday. */
export interface Clock {
  /** A moment so many days later; on the same day some minutes later. */
  after(days: number): Date
  /** Goes to a morning, unless that is past. */
  reach(day: string): void
}

export function createClock(random: Random, from: string): Clock {
  let time = at(from)
  const clock: Clock = {
    after(days) {
      time = days === 0 ? time + random.between(4, 40) * minute : at(dayOf(time + days * day))
      return new Date(time)
    },
    reach(wanted) {
      if (at(wanted) > time) time = at(wanted)
    },
  }

  function at(wanted: string): number {
    // from seven in the morning to two in the afternoon in Jakarta
    const start = Date.parse(wanted) + random.between(0, 420) * minute
    return new Date(start).getUTCDay() === 0 ? start + day : start
  }
  return clock
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
