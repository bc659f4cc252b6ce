/** Names as people have them, and as nobody should: quotes, wildcards, backslashes, ties, and what sorts by code point. */
export const personNames = [
  'Sari',
  'Sari',
  'Sari',
  'sari dewi',
  'SARI DEWI',
  'Budi Santoso',
  'Budi Santoso',
  'Ratna',
  "Ma'ruf O'Neill",
  'Dewi "Ani" Lestari',
  'Back\\slash \\% of',
  '100% Agus',
  '100_ Agus',
  'under_score',
  'Ünal Ñandú',
  '李 小龍',
  'ｚ full width',
  '😀 Emoji',
  'é composed',
  'e\u0301 combined',
  ' leading and trailing ',
  'two\nlines\tand a tab',
  "'; drop table person; --",
  '$1 {{2}} $$',
  '<b>&amp;</b>',
  'null',
  `Raden ${'Mas Kusumo Adiningrat '.repeat(6)}`,
  '\u2028 separator',
] as const

/** Names of schools; two are the same. */
export const schoolNames = [
  'SD Negeri 1',
  'SD Negeri 1',
  "SMP 'Al-Ma\\run'",
  'SMA 100% _Hebat_',
  'SMK "Ünggul" 😀',
  'SLB ｚ',
  'TK sd negeri',
] as const

/** Values of columns that are free text. */
export const texts = [
  '',
  'null',
  "it's",
  '"quoted"',
  'a\\b',
  '%_',
  '📜 800/1',
  'III/a',
  "' || '",
  '", " read":"Plan $1"',
] as const
