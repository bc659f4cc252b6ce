/** What `--help` prints. */
export const usage = `kinerja: asks Kinerja Graph, and prints JSON, CSV or NDJSON.

  kinerja login --url URL          keeps URL and token; the token is read from the standard input
  kinerja logout                   forgets them
  kinerja query FILE               sends the query in FILE (- is the standard input)
  kinerja tree --office CODE       draws who stands below the head of an office

query
  --variables JSON                 its variables: '{"filter": {"employment": ["PPPK"]}}'
  --all                            all pages of the first list; the query needs
                                   ($after: String) and pageInfo { hasNextPage endCursor }
  --json | --csv | --ndjson        the answer as it is (default), or a row for each item of its first list

tree
  --as-of DAY                      as it was on a day: 2024-01-31 (default: today)
  --depth STEPS                    so many steps down: 0 to 32
  --csv | --ndjson                 a row for each place instead of a drawing

everywhere
  --url URL                        default: KINERJA_URL, or that of the login
  --token TOKEN                    default: KINERJA_TOKEN, or that of the login; others on this machine can read arguments
  --out FILE                       instead of the standard output; FILE is there when all of it is
  --help, --version

Exit codes: 0 done, 1 the server refuses or has no such thing, 2 wrong usage, 3 no answer, 130 interrupted.
`
