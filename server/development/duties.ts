import { Certainty, SchoolLevel } from '../generated/schema.ts'

const { SMP, SMA, SMK } = SchoolLevel
const everywhere = Object.values(SchoolLevel)
const regulation = 'Permendikbud 15/2018'
const copy = ['4845lampung.blogspot.com/2024/01/3-tugas-tambahan']
const equivalents = ['scribd 586718829', 'pdfs.asia']

/** Additional duties that sources name; the list goes on where the copy of the official help was cut. */
export const duties = [
  ...(
    [
      ['Wakil Kepala Satuan Pendidikan', [SMP, SMA, SMK]],
      ['Kepala Perpustakaan', everywhere],
      ['Ketua Program Keahlian', [SMK]],
      ['Kepala laboratorium, bengkel, atau unit produksi (teaching factory)', [SMP, SMA, SMK]],
      ['Pembimbing khusus pada satuan pendidikan inklusif', everywhere],
    ] as const
  ).map(([name, levels]) => ({ name, levels, sources: copy, certainty: Certainty.ONE_OFFICIAL_SOURCE })),
  ...(
    [
      ['Wali kelas', [...equivalents, 'klikfisikasma.blogspot.com/2024/01'], Certainty.SEVERAL_SOURCES],
      ['Pembina ekstrakurikuler', [...equivalents, 'klikfisikasma.blogspot.com/2024/01'], Certainty.SEVERAL_SOURCES],
      ['Pembina OSIS', equivalents, Certainty.ONE_UNOFFICIAL_SOURCE],
      ['Guru piket', equivalents, Certainty.ONE_UNOFFICIAL_SOURCE],
    ] as const
  ).map(([name, sources, certainty]) => ({ name, levels: everywhere, sources, certainty })),
].map((duty, index) => ({ number: index + 1, basis: regulation, ...duty }))
