import { lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Header } from './header.tsx'
import { comeBack } from './issuer.ts'
import './main.css'

// asked for at once, while the rest is shown
const workbench = import('./workbench/workbench.tsx')
void import('./workbench/monaco.ts')
const Workbench = lazy(async () => ({ default: (await workbench).Workbench }))

const trouble = (() => {
  try {
    comeBack()
    return ''
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
  }
})()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <>
    <Header page="/graphql" />
    {trouble && (
      <p role="alert" className="trouble">
        {trouble}
      </p>
    )}
    <main>
      <Suspense fallback={<p className="waiting">Opening the editor …</p>}>
        <Workbench />
      </Suspense>
    </main>
  </>,
)
