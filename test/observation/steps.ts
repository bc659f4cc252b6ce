import type { Client, ObservationAction } from '../../sdk/index.ts'

type Version = Readonly<{ observation: string; version: number }>
type Preparation = NonNullable<Parameters<Client['prepareObservation']>[0]['input']['preparation']>
type Sheet = Parameters<Client['recordObservation']>[0]['input']['sheet']

/** What a step is given besides the observation and its version. */
export interface Words {
  readonly preparation: Preparation
  readonly schedule: NonNullable<Preparation['schedule']>
  readonly sheet: Sheet
  /** A day for a follow-up. */
  readonly day: string
}

const discussion = {
  keep: 'Sapaan di gerbang',
  improve: 'Menunggu jawaban murid',
  awareness: 'AWARE_OF_DIFFICULTY',
  goal: 'Semua murid berbicara',
  effort: 'Belajar dari rekan sejawat',
  by: '2026-05-01',
  support: 'Waktu luang',
} as const

/** How each step is taken with a cycle that there is. */
export const steps: Readonly<
  Record<Exclude<ObservationAction, 'PREPARE'>, (client: Client, at: Version, words: Words) => Promise<unknown>>
> = {
  SAVE: (client, at, { preparation }) => client.saveObservation({ input: { ...at, preparation } }),
  PROPOSE: (client, at) => client.proposeObservation({ input: at }),
  AGREE: (client, at) => client.agreeToObservation({ input: at }),
  OFFER: (client, at, { schedule }) => client.offerObservation({ input: { ...at, schedule, reason: 'Rapat dinas' } }),
  ACCEPT: (client, at) => client.acceptObservation({ input: at }),
  RESCHEDULE: (client, at, { schedule }) =>
    client.rescheduleObservation({ input: { ...at, schedule, reason: 'Ujian sekolah' } }),
  CANCEL: (client, at) => client.cancelObservation({ input: { ...at, reason: 'Sekolah diliburkan' } }),
  RECORD: (client, at, { sheet }) => client.recordObservation({ input: { ...at, sheet } }),
  FINISH: (client, at, { sheet }) => client.finishObservation({ input: { ...at, sheet } }),
  SHARE: (client, at) => client.shareObservation({ input: at }),
  DISCUSS: (client, at) => client.discussObservation({ input: { ...at, discussion } }),
  FOLLOW_UP: (client, at, { day }) =>
    client.followUpObservation({
      input: { ...at, followUp: { effort: 'Mengamati kelas', source: 'Rekan sejawat', place: 'ELSEWHERE', on: day } },
    }),
  REFLECT: (client, at) =>
    client.reflectOnObservation({ input: { ...at, reflection: { achieved: 'Kelas tenang', next: 'Kelompok kecil' } } }),
  CONCLUDE: (client, at) =>
    client.concludeObservation({ input: { ...at, awareness: 'AWARE_OF_IMPACT', note: 'Lanjutkan' } }),
}

/** The code that a promise is refused with; null where it is not. */
export const codeOf = (promise: Promise<unknown>): Promise<string | null> =>
  promise.then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  )
