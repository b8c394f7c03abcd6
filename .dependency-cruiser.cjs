// The import table of docs/architecture.md. A rule's comment is what the developer who broke it reads.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-stands-alone',
      comment: 'shared runs in browser and server: nothing of ours, no Node, no DOM library.',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { pathNot: '^src/shared|node_modules/zod' },
    },
    {
      name: 'client-never-server',
      severity: 'error',
      from: { path: '^src/client' },
      to: { path: '^src/(server|dev-tenant|main|dev|check-tenant|diagnose)' },
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
      to: { path: '^src/(client|dev-tenant|main|dev|check-tenant|diagnose)' },
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
      name: 'stores-know-the-database-alone',
      severity: 'error',
      from: { path: '^src/server/features/.+-store\\.ts$' },
      to: { path: '^src/server/(http|jobs|config|protocols)/|-(routes|service|job)\\.ts$' },
    },
    {
      name: 'services-know-no-http',
      comment: 'A use case is the same whoever calls it: a route, a job, another feature.',
      severity: 'error',
      from: { path: '^src/server/features/.+-service\\.ts$' },
      to: { path: '^src/server/(http|jobs|config)/|-(routes|job)\\.ts$' },
    },
    {
      name: 'routes-and-jobs-hold-no-wire',
      comment: 'They are given a store or service; protocols and SQL are behind those.',
      severity: 'error',
      from: { path: '^src/server/features/.+-(routes|job)\\.ts$' },
      to: { path: '^src/server/(storage|config|protocols)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-by-the-front-door',
      comment: 'Another feature is reached through its index.ts only.',
      severity: 'error',
      from: { path: '^src/server/features/([^/]+)/' },
      to: { path: '^src/server/features/', pathNot: '^src/server/features/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'the-root-uses-the-front-doors-too',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/features/' },
      to: { path: '^src/server/features/', pathNot: '^src/server/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'groundwork-knows-no-feature',
      severity: 'error',
      from: { path: '^src/server/(config|diagnosis|http|jobs|protocols|storage)/' },
      to: { path: '^src/server/features/' },
    },
    {
      name: 'nobody-imports-the-root',
      comment: 'app.ts and its parts create and wire; main.ts and dev.ts start it.',
      severity: 'error',
      from: { path: '^src/server', pathNot: '^src/server/app' },
      to: { path: '^src/server/app' },
    },
    {
      name: 'the-root-is-entered-by-app',
      severity: 'error',
      from: { path: '^src/(main|dev)\\.ts$' },
      to: { path: '^src/server/app-' },
    },
    {
      name: 'tenant-check-is-a-command-of-its-own',
      comment: 'The server never asks these questions; check-tenant.ts does, by the front door.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server/tenant-check/|check-tenant\\.ts$)' },
      to: { path: '^src/(server/tenant-check/|check-tenant\\.ts$)' },
    },
    {
      name: 'tenant-check-starts-no-server',
      comment:
        'It asks with the clients of the product and judges with its diagnosis, without database and routes.',
      severity: 'error',
      from: { path: '^src/(server/tenant-check/|check-tenant\\.ts$)' },
      to: {
        path: '^src/server/(storage|jobs|app|http/(?!access-token))|^src/server/features/[^/]+/(?!index\\.ts$)',
      },
    },
    {
      name: 'tenant-check-by-its-front-door',
      severity: 'error',
      from: { path: '^src/check-tenant\\.ts$' },
      to: { path: '^src/server/tenant-check/(?!index\\.ts$)' },
    },
    {
      name: 'diagnose-command-is-a-command-of-its-own',
      comment: 'The server answers pasted texts by a route; diagnose.ts does, by the front door.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server/diagnose-command/|diagnose\\.ts$)' },
      to: { path: '^src/server/diagnose-command/' },
    },
    {
      name: 'diagnose-command-asks-nobody',
      comment: 'It reads standard input and prints what diagnosis says: no server, no wire, no database.',
      severity: 'error',
      from: { path: '^src/(server/diagnose-command/|diagnose\\.ts$)' },
      to: { path: '^src/', pathNot: '^src/(shared/|server/diagnosis/|server/diagnose-command/)' },
    },
    {
      name: 'diagnose-command-by-its-front-door',
      severity: 'error',
      from: { path: '^src/diagnose\\.ts$' },
      to: { path: '^src/server/', pathNot: '^src/server/diagnose-command/index\\.ts$' },
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
