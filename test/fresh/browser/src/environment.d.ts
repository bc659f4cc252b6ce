interface ImportMeta {
  readonly env: { readonly VITE_URL: string; readonly VITE_TOKEN: string; readonly VITE_OFFICE: string }
}
