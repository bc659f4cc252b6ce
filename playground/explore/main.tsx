import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (!root) throw new Error('explore.html has no #root')
createRoot(root).render(<h1>Explore</h1>)
