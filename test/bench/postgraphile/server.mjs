import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { addPgTableOrderBy, jsonPgSmartTags, orderByAscDesc } from 'postgraphile/utils'
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter'

// the closure has no foreign keys, for the sake of the import; PostGraphile is told of them
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      supervision_path: {
        tags: {
          foreignKey: ['(descendant_id) references assignment (id)', '(ancestor_id) references assignment (id)'],
        },
      },
      supervision_node: { tags: { foreignKey: '(id) references assignment (id)' } },
    },
  },
})

const orders = (tableName, orderBy) => addPgTableOrderBy({ schemaName: 'public', tableName }, orderBy)
const name = ({ sql, dataplanPg: { TYPES } }, person) =>
  orderByAscDesc('PERSON_NAME', ({ alias }) => ({
    codec: TYPES.text,
    fragment: sql`(select name from person where id = ${person(alias)})`,
  }))

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [
    tags,
    orders('assignment', (build) => ({
      ...name(build, (row) => build.sql`${row}.person_id`),
      ...orderByAscDesc('VALIDITY', 'validity'),
    })),
    orders('supervision_path', (build) =>
      name(build, (row) => build.sql`(select person_id from assignment where id = ${row}.descendant_id)`),
    ),
  ],
  // it would leave out what no index covers; our tables have the indexes our queries need
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public'], poolConfig: { max: 6 } }),
  ],
  schema: { connectionFilterRelations: true },
  grafserv: { watch: false, graphiql: false },
  grafast: { explain: false },
})

const server = createServer()
await instance.createServ(grafserv).addTo(server)
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${server.address().port}`)
})
