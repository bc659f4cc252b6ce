import './theme.css'
import './header.css'
import icon from './icon.svg'
import { SignIn } from './sign-in.tsx'

const pages = { '/graphql': 'Playground', '/explore': 'Explore' } as const

/** What stands above each page: where else one can go, and who one is. */
export const Header = ({ page }: { readonly page: keyof typeof pages }) => (
  <header className="bar">
    <h1>
      <a className="brand" href="/graphql">
        <img src={icon} alt="" width="24" height="24" />
        Kinerja Graph
      </a>
    </h1>
    <nav aria-label="Pages">
      {Object.entries(pages).map(([path, name]) => (
        <a key={path} href={path} aria-current={path === page ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
    <SignIn />
  </header>
)
