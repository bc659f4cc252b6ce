import { describe, expect, test } from 'vitest'
import { Certainty, Cycle, EvidenceRule, Position, Stage } from '../server/generated/schema.ts'
import { type CatalogueEntry, catalogue } from '../server/indicator/catalogue.ts'
import { type RuleSet, rules } from '../server/period/rules.ts'

// golden: what is written out here was read from the domain dossier, by the paragraph that each name gives

const entries: readonly CatalogueEntry[] = catalogue
const periods: readonly RuleSet[] = rules
const teachers = entries.filter((entry) => entry.role === Position.TEACHER)
const principals = entries.filter((entry) => entry.role === Position.PRINCIPAL)

const teacher = (code: string) => teachers.find((entry) => entry.code === code)
const period = (code: string) => periods.find((rule) => rule.code === code)
const texts = (entry: CatalogueEntry | undefined) => entry?.behaviours.map((behaviour) => behaviour.text)
const sureties = (entry: CatalogueEntry | undefined) => entry?.behaviours.map((behaviour) => behaviour.certainty)
const window = (code: string, stage: Stage) => period(code)?.windows.find((each) => each.stage === stage)

const { SEVERAL_SOURCES, ONE_UNOFFICIAL_SOURCE, UNCONFIRMED, NOT_FOUND } = Certainty
const unsourced: readonly Certainty[] = [UNCONFIRMED, NOT_FOUND]

describe('the catalogue', () => {
  test('holds eight indicators for teachers and eight for principals (seed 004)', () => {
    expect([teachers.length, principals.length, entries.length]).toEqual([8, 8, 16])
  })

  test('gives every indicator a code of its own, in upper case', () => {
    expect(new Set(entries.map((entry) => entry.code)).size).toBe(16)
    for (const { code } of entries) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
  })

  test("names the teachers' eight as domain.md §1 does, in its order", () => {
    expect(teachers.map((entry) => [entry.code, entry.name])).toEqual([
      ['ORDERLY_CLASSROOM', 'Keteraturan Suasana Kelas'],
      ['POSITIVE_DISCIPLINE', 'Penerapan Disiplin Positif'],
      ['CONSTRUCTIVE_FEEDBACK', 'Umpan Balik Konstruktif'],
      ['CARE_AND_CONCERN', 'Perhatian dan Kepedulian'],
      ['EXPECTATIONS', 'Ekspektasi pada Peserta Didik'],
      ['INSTRUCTION', 'Instruksi Pembelajaran'],
      ['ADAPTIVE_INSTRUCTION', 'Instruksi yang Adaptif'],
      ['INTERACTIVE_ACTIVITY', 'Aktivitas Interaktif'],
    ])
  })

  test("names the principals' eight as domain.md §2 does", () => {
    expect(principals.map((entry) => entry.name)).toEqual([
      'Pertemuan perencanaan program dan anggaran sekolah berbasis data',
      'Presentasi visi-misi sekolah',
      'Menceritakan praktik baik kepemimpinan pembelajaran',
      'Presentasi program satuan pendidikan',
      'Refleksi pengelolaan kurikulum sekolah',
      'Aktivasi kegiatan komunitas belajar',
      'Siklus penguatan kualitas praktik pembelajaran',
      'Refleksi program pengembangan kompetensi guru',
    ])
  })

  test("derives the teachers' from D.1 and the principals' from D.3 (seed 004; domain.md §1, §2, §8)", () => {
    expect(new Set(teachers.map((entry) => entry.reportCardCode))).toEqual(new Set(['D.1']))
    expect(new Set(principals.map((entry) => entry.reportCardCode))).toEqual(new Set(['D.3']))
  })

  test('puts Keteraturan and Disiplin Positif into one dimension, D.1.1 (scribd 716269966, 718355113)', () => {
    expect(teacher('ORDERLY_CLASSROOM')?.dimension).toBe('Manajemen kelas')
    expect(teacher('POSITIVE_DISCIPLINE')?.dimension).toBe('Manajemen kelas')
  })

  test('says which dimensions a source gives and which are inferred (domain.md §1)', () => {
    expect(teachers.map((entry) => [entry.dimension, entry.dimensionCertainty])).toEqual([
      ['Manajemen kelas', ONE_UNOFFICIAL_SOURCE],
      ['Manajemen kelas', ONE_UNOFFICIAL_SOURCE],
      ['Dukungan psikologis', ONE_UNOFFICIAL_SOURCE],
      ['Dukungan psikologis', UNCONFIRMED],
      ['Dukungan psikologis', UNCONFIRMED],
      ['Metode pembelajaran', UNCONFIRMED],
      ['Metode pembelajaran', ONE_UNOFFICIAL_SOURCE],
      ['Metode pembelajaran', UNCONFIRMED],
    ])
    expect(teacher('ADAPTIVE_INSTRUCTION')?.note).toContain('aktivasi kognitif')
  })

  test('invents no dimension for principals', () => {
    for (const { dimension, dimensionCertainty } of principals)
      expect([dimension, dimensionCertainty]).toEqual([null, NOT_FOUND])
  })

  test('is sure of the names of the teachers, less so of those of the principals (domain.md §1, §2)', () => {
    expect(new Set(teachers.map((entry) => entry.certainty))).toEqual(new Set([SEVERAL_SOURCES]))
    expect(new Set(principals.map((entry) => entry.certainty))).toEqual(new Set([ONE_UNOFFICIAL_SOURCE]))
  })

  test('says that the place of the first two principal indicators is not certain (domain.md §2)', () => {
    expect(principals.map((entry) => entry.note?.includes('not certain'))).toEqual([
      true,
      true,
      ...Array(6).fill(false),
    ])
  })
})

describe('target behaviours', () => {
  test.each(teachers.map((entry) => [entry.code, entry] as const))(
    '%s has exactly three, numbered 1 to 3 (kepalasekolah.id/2024/02; scribd 727932217)',
    (_, entry) => {
      expect(entry.behaviours.map((behaviour) => behaviour.number)).toEqual([1, 2, 3])
    },
  )

  test('of principals are known for the first two indicators only (domain.md §2)', () => {
    expect(principals.map((entry) => entry.behaviours.map((behaviour) => behaviour.number))).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      ...Array(6).fill([]),
    ])
  })

  test('of Disiplin Positif (kepalasekolah.id/2024/02, scribd 718355113, 718821264)', () => {
    expect(texts(teacher('POSITIVE_DISCIPLINE'))).toEqual([
      'Refleksi dinamika kelas untuk menerapkan kesepakatan kelas',
      'Penguatan positif terhadap perilaku yang mendukung kesepakatan',
      'Memfasilitasi peserta didik menyadari konsekuensi dan memperbaiki perilaku melanggar (restitusi)',
    ])
  })

  test('of Aktivitas Interaktif stand under its own name, not under Instruksi Pembelajaran (scribd 731046593)', () => {
    expect(texts(teacher('INTERACTIVE_ACTIVITY'))).toEqual([
      'Memfasilitasi kegiatan yang memberi peran pada semua peserta didik',
      'Mengajukan pertanyaan yang menstimulasi diskusi dan berpikir kritis',
      'Memfasilitasi diskusi kelompok yang interaktif, kritis, inklusif',
    ])
    expect(texts(teacher('INSTRUCTION'))).toEqual([
      'Penjelasan yang mudah sesuai pemahaman awal peserta didik',
      'Menjelaskan terstruktur dan logis',
      'Mengecek pemahaman berkala',
    ])
  })

  test('of one source are marked so, those of Instruksi yang Adaptif from the second on (domain.md §1a)', () => {
    const several = [SEVERAL_SOURCES, SEVERAL_SOURCES, SEVERAL_SOURCES]
    const one = [ONE_UNOFFICIAL_SOURCE, ONE_UNOFFICIAL_SOURCE, ONE_UNOFFICIAL_SOURCE]
    expect(Object.fromEntries(teachers.map((entry) => [entry.code, sureties(entry)]))).toEqual({
      ORDERLY_CLASSROOM: several,
      POSITIVE_DISCIPLINE: several,
      CONSTRUCTIVE_FEEDBACK: several,
      CARE_AND_CONCERN: several,
      EXPECTATIONS: one,
      INSTRUCTION: one,
      ADAPTIVE_INSTRUCTION: [SEVERAL_SOURCES, ONE_UNOFFICIAL_SOURCE, ONE_UNOFFICIAL_SOURCE],
      INTERACTIVE_ACTIVITY: several,
    })
  })

  test('say which texts are paraphrases (domain.md §1a, §13)', () => {
    const paraphrases = entries.flatMap((entry) =>
      entry.behaviours
        .filter((each) => each.note?.startsWith('A paraphrase'))
        .map((each) => `${entry.code} ${each.number}`),
    )
    expect(paraphrases).toEqual([
      'EXPECTATIONS 1',
      'EXPECTATIONS 2',
      'EXPECTATIONS 3',
      'INSTRUCTION 2',
      'INSTRUCTION 3',
      'ADAPTIVE_INSTRUCTION 2',
      'ADAPTIVE_INSTRUCTION 3',
    ])
  })
})

describe('whatever is said', () => {
  const facts = [
    ...entries.map((entry) => ({ what: entry.code, ...entry })),
    ...entries.flatMap((entry) => entry.behaviours.map((each) => ({ what: `${entry.code} ${each.number}`, ...each }))),
    ...periods.map((rule) => ({ what: rule.code, ...rule })),
    ...periods.flatMap((rule) => rule.windows.map((each) => ({ what: `${rule.code} ${each.stage}`, ...each }))),
  ]

  test.each(facts)('$what has a source, or says that there is none', ({ sources, certainty }) => {
    expect(sources.length > 0 || unsourced.includes(certainty)).toBe(true)
    expect(new Set(sources).size).toBe(sources.length)
    for (const source of sources) expect(source.trim()).not.toBe('')
  })

  test.each(facts)('$what has a note where no source is sure', ({ certainty, note }) => {
    if (certainty === Certainty.CONTRADICTED || unsourced.includes(certainty)) expect(note).not.toBeNull()
  })
})

describe('periods', () => {
  test('are the four of domain.md §9, oldest first, without a gap and without an overlap', () => {
    expect(periods.map((rule) => [rule.code, rule.from, rule.until])).toEqual([
      ['2024-S1', '2024-01-01', '2024-07-01'],
      ['2024-S2', '2024-07-01', '2025-01-01'],
      ['2025', '2025-01-01', '2026-01-01'],
      ['2026', '2026-01-01', '2027-01-01'],
    ])
  })

  test('that an indicator names exist, and stand in order', () => {
    const codes = periods.map((rule) => rule.code)
    for (const entry of entries) {
      expect(entry.periods.length).toBeGreaterThan(0)
      expect(entry.periods).toEqual(codes.filter((code) => entry.periods.some((each) => each === code)))
    }
  })

  test('of 2024 hold all sixteen indicators (seed 004: eight for teachers, eight for principals)', () => {
    for (const entry of entries) expect(entry.periods).toEqual(expect.arrayContaining(['2024-S1', '2024-S2']))
  })

  test('from 2025 on admit that the official list is not known (domain.md §1a)', () => {
    for (const code of ['2025', '2026']) {
      expect(period(code)?.indicatorsCertainty).toBe(NOT_FOUND)
      expect(period(code)?.note).toContain('five')
    }
  })

  test('recommend 32 to 128 points in 2024 (Perdirjen GTK 7607, seed 002) and none later (disway 841738)', () => {
    expect(periods.map((rule) => [rule.pointsFrom, rule.pointsTo])).toEqual([
      [32, 128],
      [32, 128],
      [null, null],
      [null, null],
    ])
  })

  test('end each semester in 2024 and each year from 2025; uploads end with 2024 (domain.md §9)', () => {
    expect(periods.map((rule) => [rule.cycle, rule.evidence, rule.platform])).toEqual([
      [Cycle.SEMESTER, EvidenceRule.UPLOAD, 'PMM'],
      [Cycle.SEMESTER, EvidenceRule.UPLOAD, 'PMM'],
      [Cycle.YEAR, EvidenceRule.CONFIRMATION, 'Ruang GTK'],
      [Cycle.YEAR, EvidenceRule.CONFIRMATION, 'Ruang GTK'],
    ])
  })

  test('name their regulation where its number was found (domain.md §9)', () => {
    expect(periods.map((rule) => [rule.regulation, rule.regulationCertainty])).toEqual([
      ['Perdirjen GTK 7607/B.B1/HK.03/2023', SEVERAL_SOURCES],
      ['Perdirjen GTK 7607/B.B1/HK.03/2023; Kepdirjen GTK 4242/B.B1/HK.03.01/2024', SEVERAL_SOURCES],
      [null, NOT_FOUND],
      [null, NOT_FOUND],
    ])
  })

  test('say from when principals take part (mistar.online, palangkarayakota.my.id)', () => {
    expect(period('2024-S1')?.participants).toContain('15 January 2024')
  })
})

describe('windows', () => {
  test('of the first half of 2024 are those of domain.md §5d', () => {
    expect(period('2024-S1')?.windows.map(({ stage, from, until }) => [stage, from, until])).toEqual([
      [Stage.PLANNING, '2024-01-01', '2024-02-01'], // 1–31 January: metropolitan.id, mistar.online, portalsulut
      [Stage.LATE_PLANNING, '2024-02-01', '2024-04-01'], // until 31 March: SE 0559, delik.tv/2024/02/09
      [Stage.EXECUTION, '2024-02-01', '2024-05-31'], // 1 February – 30 May: seed 001
      [Stage.APPRAISAL, '2024-06-01', '2024-07-01'], // done by 30 June: portalsulut
    ])
  })

  test('of appraisal open on 13 November 2025 (kemendikdasmen siaran pers 14119; disway 911305)', () => {
    expect(window('2025', Stage.APPRAISAL)).toMatchObject({ from: '2025-11-13', certainty: UNCONFIRMED })
  })

  test('are left out where no source gives days, and the note says so (domain.md §5d, §9)', () => {
    for (const code of ['2024-S2', '2026']) {
      expect(period(code)?.windows).toEqual([])
      expect(period(code)?.note).toContain('Windows:')
    }
    expect(period('2026')?.note).toContain('PREPARATION')
  })

  test('are real days, lie within their period, and stand in order, one for each stage', () => {
    for (const { from, until, windows } of periods) {
      for (const day of [from, until, ...windows.flatMap((each) => [each.from, each.until])])
        expect(new Date(day).toISOString().slice(0, 10)).toBe(day)
      for (const each of windows) {
        expect(each.from < each.until).toBe(true)
        expect(each.from >= from && each.until <= until).toBe(true)
      }
      expect(windows.map((each) => each.from)).toEqual(windows.map((each) => each.from).sort())
      expect(new Set(windows.map((each) => each.stage)).size).toBe(windows.length)
    }
  })
})
