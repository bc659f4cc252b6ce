import { Component, type ReactNode } from 'react'

interface Props {
  readonly instead: ReactNode
  readonly children: ReactNode
}

/** Shows something else where a part of the page cannot be drawn. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children
  }
}
