// The import law of docs/architecture.md, as a tool sees it.
const outside = (allowed) => ({ path: '^(relay|electron|renderer|test|scripts)/', pathNot: allowed })
const npm = (name) => `node_modules/${name}(/|$)|^${name}$`
const only = (name, importer, target) => ({
  name,
  severity: 'error',
  from: { path: '^(relay|electron|renderer)/', pathNot: importer },
  to: { path: target },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nobody-imports-test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'domain-is-pure',
      comment:
        'relay/domain imports zod and itself (and the public-suffix list), nothing else: no Node, no I/O.',
      severity: 'error',
      from: { path: '^relay/domain/' },
      to: { pathNot: ['^relay/domain/', npm('zod'), npm('tldts')] },
    },
    {
      name: 'relay-imports-relay',
      severity: 'error',
      from: { path: '^relay/' },
      to: outside('^relay/'),
    },
    {
      name: 'relay-has-no-electron-and-no-react',
      severity: 'error',
      from: { path: '^relay/' },
      to: { path: [npm('electron'), npm('electron-store'), npm('react'), npm('react-dom'), npm('@mantine')] },
    },
    {
      name: 'electron-imports-the-relays-open-rooms',
      severity: 'error',
      from: { path: '^electron/' },
      to: outside(['^electron/', '^relay/(domain|ipc|config|secrets)/']),
    },
    {
      name: 'renderer-imports-the-window-contract-and-the-domain',
      severity: 'error',
      from: { path: '^renderer/' },
      to: outside(['^renderer/', '^electron/ipc/window-[a-z-]+\\.ts$', '^relay/domain/']),
    },
    {
      name: 'renderer-has-no-node-and-no-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-has-no-electron-package',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: [npm('electron'), npm('electron-store')] },
    },
    only('only-the-listener-imports-smtp-server', '^relay/(listener|practice)/smtp-', npm('smtp-server')),
    only('only-upstream-smtp-imports-nodemailer', '^relay/delivery/upstream-smtp\\.ts$', npm('nodemailer')),
    only(
      'only-database-imports-sqlite',
      '^relay/queue/database\\.ts$',
      'node:sqlite|^sqlite$|@photostructure/sqlite',
    ),
    only('only-os-keyring-imports-the-keyring', '^relay/secrets/', npm('@napi-rs/keyring')),
    only('only-settings-imports-electron-store', '^electron/settings/', npm('electron-store')),
    { name: 'no-orphans-resolved-nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // Type imports count too: the law is about who knows whom. TypeScript 7 has no API yet, so SWC reads the files.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release)/' },
    builtInModules: { add: ['electron'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
