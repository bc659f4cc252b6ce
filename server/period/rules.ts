import { Certainty, Cycle, EvidenceRule, Stage } from '../generated/schema.ts'

/** When a stage is open. A stage without a window is one whose days no source gives, not one that is closed. */
export type RuleWindow = {
  readonly stage: Stage
  readonly from: string
  readonly until: string
  readonly sources: readonly string[]
  readonly certainty: Certainty
  readonly note: string | null
}

/** The rules of one period: `Period` of schema/period.graphql. Days are `YYYY-MM-DD`, `until` is exclusive. */
export type RuleSet = {
  readonly code: string
  readonly name: string
  readonly from: string
  readonly until: string
  readonly cycle: Cycle
  readonly platform: string
  readonly pointsFrom: number | null
  readonly pointsTo: number | null
  readonly evidence: EvidenceRule
  readonly regulation: string | null
  readonly regulationCertainty: Certainty
  readonly indicatorsCertainty: Certainty
  readonly windows: readonly RuleWindow[]
  readonly participants: string
  readonly sources: readonly string[]
  readonly certainty: Certainty
  readonly note: string | null
}

/** The code of a period that has rules. */
export type PeriodCode = (typeof rules)[number]['code']

/** Every period there are rules for, oldest first. */
export const rules = [
  {
    code: '2024-S1',
    name: 'Januari–Juni 2024',
    from: '2024-01-01',
    until: '2024-07-01',
    cycle: Cycle.SEMESTER,
    platform: 'PMM',
    pointsFrom: 32,
    pointsTo: 128,
    evidence: EvidenceRule.UPLOAD,
    regulation: 'Perdirjen GTK 7607/B.B1/HK.03/2023',
    regulationCertainty: Certainty.SEVERAL_SOURCES,
    // the weaker half: the teachers' eight have several sources, the principals' eight one each
    indicatorsCertainty: Certainty.ONE_UNOFFICIAL_SOURCE,
    windows: [
      {
        stage: Stage.PLANNING,
        from: '2024-01-01',
        until: '2024-02-01',
        sources: ['metropolitan.id', 'mistar.online', 'portalsulut'],
        certainty: Certainty.SEVERAL_SOURCES,
        note:
          'Principals could fill in their own plan from 15 January (mistar.online; palangkarayakota.my.id). ' +
          'SE 0477/B1/GT.00.02/2024 of 30 January: due on 31 January (kompasiana irwan11022).',
      },
      {
        stage: Stage.LATE_PLANNING,
        from: '2024-02-01',
        until: '2024-04-01',
        sources: ['delik.tv/2024/02/09'],
        certainty: Certainty.ONE_UNOFFICIAL_SOURCE,
        note:
          'SE Dirjen GTK 0559/B.B1/GT.02.00/2024 allows late planning until 31 March; ' +
          'it is taken to start when planning ends.',
      },
      {
        stage: Stage.EXECUTION,
        from: '2024-02-01',
        until: '2024-05-31',
        sources: ['seed 001', 'portalsulut.pikiran-rakyat pr-858160527'],
        certainty: Certainty.SEVERAL_SOURCES,
        note:
          'Last day 30 May. February: preparation; March: observation and discussion; April and May: follow-up. ' +
          'For principals the feature was released on 24 April (SE 3324/C1/GT.01.08/2024; kompasiana novinurul; ' +
          'kherysuryawan.id/2024/04).',
      },
      {
        stage: Stage.APPRAISAL,
        from: '2024-06-01',
        until: '2024-07-01',
        sources: ['portalsulut'],
        certainty: Certainty.ONE_UNOFFICIAL_SOURCE,
        note: 'The source says June, done by 30 June: reflection, appraisal, predicate.',
      },
    ],
    participants:
      'Teachers and principals who are ASN (PNS or PPPK): teachers first, principals (those under local government) ' +
      'from 15 January 2024. Teachers who are not ASN: recommended, not required; nothing flows to e-Kinerja. ' +
      'ASN placed at private schools (diperbantukan) use e-Kinerja BKN instead.',
    sources: [
      'seed 002',
      'seed 003',
      'seed 004',
      'pusatinformasi 26037247064217',
      '123dok 11763136',
      'mistar.online',
      'palangkarayakota.my.id',
      'gurusantai',
      'naikpangkat',
      'scribd 726076016',
      'scribd 628206404',
      'seputarasn',
    ],
    certainty: Certainty.SEVERAL_SOURCES,
    note:
      "Indicators: the teachers' eight have several sources, the principals' eight one unofficial source each. " +
      'Points: the headline of seed 002 calls them mandatory for all teachers; the official wording is recommended ' +
      '(dianjurkan), and below 32 the principal decides (scribd 701144283). ' +
      'Participants: seed 002 says required for all teachers, contradicted by the other sources.',
  },
  {
    code: '2024-S2',
    name: 'Juli–Desember 2024',
    from: '2024-07-01',
    until: '2025-01-01',
    cycle: Cycle.SEMESTER,
    platform: 'PMM',
    pointsFrom: 32,
    pointsTo: 128,
    evidence: EvidenceRule.UPLOAD,
    regulation: 'Perdirjen GTK 7607/B.B1/HK.03/2023; Kepdirjen GTK 4242/B.B1/HK.03.01/2024',
    regulationCertainty: Certainty.SEVERAL_SOURCES,
    indicatorsCertainty: Certainty.ONE_UNOFFICIAL_SOURCE,
    windows: [],
    participants:
      'Teachers and principals who are ASN (PNS or PPPK). Teachers who are not ASN: recommended, not required; ' +
      'nothing flows to e-Kinerja. ASN placed at private schools (diperbantukan) use e-Kinerja BKN instead. ' +
      'Kepdirjen GTK 4242, reported in November 2024, names school inspectors (pengawas) too.',
    sources: [
      'metropolitan.id',
      'flipbuilder tpljr/pmzl p13',
      'seed 002',
      'pusatinformasi 26037247064217',
      '123dok 11763136',
      'ainamulyana.com/2024/11',
      'mediabagi',
      'gurusantai',
      'naikpangkat',
      'scribd 628206404',
      'seputarasn',
    ],
    certainty: Certainty.SEVERAL_SOURCES,
    note:
      'Windows: the same stages as in the first half of 2024; the exact days were not found. ' +
      'Regulation: Kepdirjen GTK 4242 was reported in November 2024; from which day it holds was not found. ' +
      'Indicators: no source lists them for this half alone; those of the first half are carried over.',
  },
  {
    code: '2025',
    name: 'Januari–Desember 2025',
    from: '2025-01-01',
    until: '2026-01-01',
    cycle: Cycle.YEAR,
    platform: 'Ruang GTK',
    pointsFrom: null,
    pointsTo: null,
    evidence: EvidenceRule.CONFIRMATION,
    regulation: null,
    regulationCertainty: Certainty.NOT_FOUND,
    indicatorsCertainty: Certainty.NOT_FOUND,
    windows: [
      {
        stage: Stage.APPRAISAL,
        from: '2025-11-13',
        until: '2026-01-01',
        sources: ['kemendikdasmen siaran pers 14119', 'disway 911305'],
        certainty: Certainty.UNCONFIRMED,
        note: "Both sources give the first day only. The last was not found; the period's end stands in for it.",
      },
    ],
    participants:
      'Teachers and principals who are ASN (PNS or PPPK), and school inspectors (pengawas). ' +
      'Teachers who are not ASN: recommended, not required, by sources of 2024; nothing flows to e-Kinerja. ' +
      'ASN placed at private schools (diperbantukan) use e-Kinerja BKN instead.',
    sources: [
      'disway 841738',
      'mediabagi',
      'informasipendidikan',
      'kemendikdasmen siaran pers 14119',
      'disway 911305',
      'mannaberbagi.my.id/2025/02',
      'pusatinformasi',
      'seputarasn',
      'flipbuilder',
    ],
    certainty: Certainty.SEVERAL_SOURCES,
    note:
      'Points and uploads are abolished; edusivitas.com (7 November 2025) still teaches 32 points a semester, ' +
      'against the official statements. ' +
      'Regulation: a new SEB Kemendikdasmen–BKN and a new juknis; their numbers were not found. ' +
      'Indicators: the official list was not found, those of 2024 are carried over. A school app of 2025/26 ' +
      '(public code) has only five: Keteraturan, Instruksi Pembelajaran, Disiplin Positif, Umpan Balik, ' +
      'Perhatian & Kepedulian. Whether the official list was cut to five is not known. ' +
      'Windows: the official calendar was not found, only the first day of appraisal.',
  },
  {
    code: '2026',
    name: 'Januari–Desember 2026',
    from: '2026-01-01',
    until: '2027-01-01',
    cycle: Cycle.YEAR,
    platform: 'Ruang GTK',
    pointsFrom: null,
    pointsTo: null,
    evidence: EvidenceRule.CONFIRMATION,
    regulation: null,
    regulationCertainty: Certainty.NOT_FOUND,
    indicatorsCertainty: Certainty.NOT_FOUND,
    windows: [],
    participants:
      'As in 2025: teachers, principals and school inspectors (pengawas) who are ASN. ' +
      'New: ASN at private schools, and GPK at a Unit Layanan Disabilitas.',
    sources: ['babeindonesia 6511714'],
    certainty: Certainty.ONE_UNOFFICIAL_SOURCE,
    note:
      'Windows: the calendar was not found. A stage is new, Pra-Perencanaan (PREPARATION): UNOR and employment data ' +
      'are brought up to date and the Tim Kinerja is named, by operators of office and school; its days are not ' +
      'known. Once a year; that the year runs from January to December is carried over from 2025. ' +
      'Indicators: the official list was not found, those of 2024 are carried over. A school app of 2025/26 ' +
      '(public code) has only five: Keteraturan, Instruksi Pembelajaran, Disiplin Positif, Umpan Balik, ' +
      'Perhatian & Kepedulian. Whether the official list was cut to five is not known.',
  },
] as const satisfies readonly RuleSet[]
