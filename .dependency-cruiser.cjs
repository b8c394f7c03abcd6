// The import table of docs/architecture.md. A rule's comment is what the developer who broke it reads.
const outside = (path) => ({ pathNot: path });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-stands-alone',
      comment: 'shared runs in browser and server: nothing of ours, no Node, no DOM library.',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { ...outside('^src/shared|node_modules/zod'), dependencyTypesNot: ['local'] },
    },
    {
      name: 'shared-imports-only-shared',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { path: '^src/(server|client|dev-tenant)' },
    },
    {
      name: 'client-never-server',
      severity: 'error',
      from: { path: '^src/client' },
      to: { path: '^src/(server|dev-tenant|main|dev)' },
    },
    {
      name: 'client-feature-alone',
      comment: 'A feature of the client never reaches into another feature.',
      severity: 'error',
      from: { path: '^src/client/features/([^/]+)/' },
      to: { path: '^src/client/features/', pathNot: '^src/client/features/$1/' },
    },
    {
      name: 'host-libraries-only-in-host',
      comment: 'teams-js, MSAL and teamsfx are touched in src/client/host alone.',
      severity: 'error',
      from: { path: '^src/client', pathNot: '^src/client/host' },
      to: { path: 'node_modules/@(microsoft/(teams-js|teamsfx)|azure)' },
    },
    {
      name: 'server-never-client',
      severity: 'error',
      from: { path: '^src/server' },
      to: { path: '^src/(client|dev-tenant|main|dev)' },
    },
    {
      name: 'protocols-know-only-themselves',
      severity: 'error',
      from: { path: '^src/server/protocols/([^/]+)/' },
      to: { path: '^src/', pathNot: '^src/server/protocols/($1|sasl|http)/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A feature file without -routes, -service, -store or -job is a rule: shared and sibling rules only.',
      severity: 'error',
      from: {
        path: '^src/server/(features|diagnosis)/',
        pathNot: '(-routes|-service|-store|-job|/index)\\.ts$',
      },
      to: {
        path: '^src/server/(http|storage|jobs|config|protocols)/|(-routes|-service|-store|-job)\\.ts$|^(node:)?(fs|net|http|https|child_process)$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-by-the-front-door',
      comment: 'Another feature is reached through its index.ts only.',
      severity: 'error',
      from: { path: '^src/server/features/([^/]+)/' },
      to: { path: '^src/server/features/', pathNot: '^src/server/features/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'nobody-imports-the-root',
      severity: 'error',
      from: { path: '^src/server' },
      to: { path: '^src/server/app\\.ts$' },
    },
    {
      name: 'dev-tenant-stands-alone',
      comment: 'A mistake shared with the product would hide itself.',
      severity: 'error',
      from: { path: '^src/dev-tenant' },
      to: { path: '^src/', pathNot: '^src/dev-tenant' },
    },
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
