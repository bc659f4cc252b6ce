import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Two pages, and what they load: all of it in one folder, by names that change with what is in it. */
export default defineConfig({
  root: at('.'),
  base: '/playground/',
  plugins: [react()],
  resolve: { dedupe: ['graphql', 'react', 'react-dom'] },
  build: {
    outDir: at('dist'),
    assetsDir: '',
    target: 'es2022',
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: [at('index.html'), at('explore.html')],
      // what the React compiler left in GraphiQL means nothing to a bundler
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    },
  },
})
