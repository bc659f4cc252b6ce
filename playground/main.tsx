import { lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Header } from './header.tsx'
import { comeBack } from './issuer.ts'
import './main.css'

const Workbench = lazy(() => import('./workbench/workbench.tsx').then(({ Workbench }) => ({ default: Workbench })))
// the workbench asks for it only when it is there itself
void import('./workbench/monaco.ts')

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
