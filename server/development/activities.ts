import { Certainty, Position } from '../generated/schema.ts'

/** A line of the catalogue of 2024, as far as sources give it. */
interface Line {
  readonly number: number | null
  readonly name: string
  readonly unit: string | null
  readonly evidence: string | null
  readonly points: number | null
  readonly positions: readonly Position[]
  readonly sources: readonly string[]
  readonly certainty: Certainty
  readonly note: string | null
}

const teacher = [Position.TEACHER]

// every line begins so; the table of 18 lines was found in parts
const begin = (role: string) => `Meningkatnya kompetensi melalui peran sebagai ${role}`

const unplaced = 'Its number among the 18 is not known.'

/**
 * The lines that sources give of the 18 (juknis Perdirjen GTK 7607/2023, whose annex was not readable). The principals' own table was not
 * found; the first line names teachers, principals and inspectors. An operator loads the others as a new catalogue.
 */
export const activities: readonly Line[] = [
  {
    number: 1,
    name: begin('peserta pelatihan mandiri sesuai model kompetensi guru, kepala sekolah, atau pengawas'),
    unit: '1 pelatihan dan Aksi Nyata',
    evidence: 'Sertifikat Topik, atau dokumen relevan lainnya',
    points: 8,
    positions: [Position.TEACHER, Position.PRINCIPAL],
    sources: ['seed 002', 'pusatinformasi 26037247064217', '123dok 11763136', 'sangpendidik.com/2024/02'],
    certainty: Certainty.SEVERAL_SOURCES,
    note: 'Not compulsory in a plan (seed 000).',
  },
  {
    number: 2,
    name: begin('partisipan observasi praktik pembelajaran (persiapan, pelaksanaan, diskusi) bersama rekan sejawat'),
    unit: '1 observasi, pelaku dan pengamat bergantian',
    evidence: 'Laporan',
    points: 8,
    positions: teacher,
    sources: ['seed 002', 'pusatinformasi 26037247064217', '123dok 11763136', 'sangpendidik.com/2024/02'],
    certainty: Certainty.SEVERAL_SOURCES,
    note: null,
  },
  {
    number: 3,
    name: begin('penggerak komunitas belajar, minimal 3 kegiatan berbagi praktik baik'),
    unit: '3 kegiatan',
    evidence: 'Sertifikat',
    points: 36,
    positions: teacher,
    sources: ['pusatinformasi 26037247064217', '123dok 11763136', 'sangpendidik.com/2024/02'],
    certainty: Certainty.SEVERAL_SOURCES,
    note: null,
  },
  {
    number: 4,
    name: begin('narasumber berbagi praktik baik (IKM dan/atau Perencanaan Berbasis Data)'),
    unit: '1 kegiatan, 2 sampai 3 jam',
    evidence: 'Sertifikat',
    points: 8,
    positions: teacher,
    sources: ['pusatinformasi 26037247064217'],
    certainty: Certainty.ONE_OFFICIAL_SOURCE,
    note: null,
  },
  {
    number: 5,
    name: begin('peserta berbagi praktik baik yang diselenggarakan komunitas belajar'),
    unit: '1 kegiatan, 2 sampai 3 jam',
    evidence: 'Sertifikat',
    points: 4,
    positions: teacher,
    sources: ['pusatinformasi 26037247064217'],
    certainty: Certainty.ONE_OFFICIAL_SOURCE,
    note: null,
  },
  {
    number: 6,
    name: begin('peserta program pelatihan atau pendidikan jangka pendek atau menengah (kepemimpinan atau teknis)'),
    unit: '1 program',
    evidence: null,
    points: null,
    positions: teacher,
    sources: ['pusatinformasi 26037247064217'],
    certainty: Certainty.ONE_OFFICIAL_SOURCE,
    note: 'For instance Pendidikan Guru Penggerak. Its evidence and its points were not found.',
  },
  {
    number: null,
    name: begin(
      'peserta pelatihan atau bimbingan teknis yang memperoleh sertifikat di bidang pendidikan, kebudayaan, riset, atau teknologi',
    ),
    unit: '1 kegiatan',
    evidence: 'Sertifikat',
    points: 8,
    positions: teacher,
    sources: ['scribd 701144283'],
    certainty: Certainty.ONE_UNOFFICIAL_SOURCE,
    note: unplaced,
  },
  {
    number: null,
    name: begin('partisipan atau peserta seminar, lokakarya, konferensi, simposium, atau studi banding'),
    unit: '1 kegiatan, 2 sampai 3 jam',
    evidence: 'Sertifikat',
    points: 4,
    positions: teacher,
    sources: ['kompasiana ahmad13992/65a8accbc57afb0fa02d92e2'],
    certainty: Certainty.ONE_UNOFFICIAL_SOURCE,
    note: unplaced,
  },
]

/** The periods whose catalogue this is: those that count points. */
export const catalogues = [
  { id: '01893f00-0000-7000-8000-000000002401', period: '2024-S1', name: 'known' },
  { id: '01893f00-0000-7000-8000-000000002402', period: '2024-S2', name: 'known' },
] as const

/** The id of a line; the same on every server. */
export const activityId = (catalogue: (typeof catalogues)[number], place: number): string =>
  `01893f00-0000-7000-8001-${catalogue.id.slice(-4)}${String(place).padStart(8, '0')}`
