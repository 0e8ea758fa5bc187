/** Who may import whom. Each comment is what a contributor reads when the rule breaks. */
const ground = 'languages|errors|contracts';
const foundations = `${ground}|database|ledger|queues|storage`;
/** @param {string} names */
const except = (names) => ({ path: '^libs/', pathNot: `^libs/(${names})/` });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-app-is-imported',
      comment: 'Apps are processes. What two of them need belongs in a lib.',
      severity: 'error',
      from: { path: '^(libs|config)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-apart',
      comment: 'An app does not import another app.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'through-the-door',
      comment:
        "A lib is used through its src/index.ts; publishing's published pages, and how a page looks, have their own doors.",
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: [
          '^libs/[^/]+/src/index\\.ts$',
          '^libs/publishing/src/(published-pages|page/index)\\.ts$',
          '^libs/languages/src/(in-the-browser\\.ts|locales/)',
          '^$1/$2/',
        ],
      },
    },
    {
      name: 'ground',
      comment: 'languages, errors and contracts import nothing but each other.',
      severity: 'error',
      from: { path: `^libs/(${ground})/` },
      to: except(ground),
    },
    {
      name: 'foundations',
      comment:
        'database, ledger, queues and storage stand on languages, errors and contracts, and on each other.',
      severity: 'error',
      from: { path: '^libs/(database|ledger|queues|storage)/' },
      to: except(foundations),
    },
    {
      name: 'people',
      comment: 'people knows the foundations and no newsroom work.',
      severity: 'error',
      from: { path: '^libs/people/' },
      to: except(`${foundations}|people`),
    },
    {
      name: 'articles',
      comment: 'articles knows people and the foundations; the work on articles knows articles.',
      severity: 'error',
      from: { path: '^libs/articles/' },
      to: except(`${foundations}|people|articles`),
    },
    {
      name: 'siblings-apart',
      comment:
        'translation, review, tasks, publishing, overview, programmes and writing never import each other: they work together down through articles (transition parts), or later through the ledger.',
      severity: 'error',
      from: { path: '^libs/(translation|review|tasks|publishing|overview|programmes|writing)/' },
      to: { path: '^libs/', pathNot: `^libs/($1|${foundations}|people|articles)/` },
    },
    {
      name: 'notifications-listen',
      comment:
        'notifications listens to the ledger: it imports articles, people and the foundations, and no lib calls it.',
      severity: 'error',
      from: { path: '^libs/notifications/' },
      to: except(`${foundations}|people|articles|notifications`),
    },
    {
      name: 'nobody-calls-notifications',
      comment: 'Record a fact; notifications hears it.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/notifications/' },
      to: { path: '^libs/notifications/' },
    },
    {
      name: 'portal-reads-published-pages',
      comment:
        'The portal reads published pages and how a page looks, languages, errors, the database and stored files, and nothing else of the newsroom.',
      severity: 'error',
      from: { path: '^apps/portal/' },
      to: {
        path: '^libs/',
        pathNot: [
          '^libs/(languages|errors|database|contracts|storage)/',
          '^libs/publishing/src/(published-pages|page/index)\\.ts$',
        ],
      },
    },
    {
      name: 'pages-are-for-the-portal-too',
      comment:
        'How a page looks and what is found are shared with the portal: they import what the portal may, nothing else.',
      severity: 'error',
      from: { path: '^libs/publishing/src/(page/|published-|search/)' },
      to: {
        path: '^libs/',
        pathNot: [
          '^libs/(languages|errors|database|contracts|storage)/',
          '^libs/publishing/src/(page/|published-|search/)',
        ],
      },
    },
    {
      name: 'newsroom-knows-the-contract',
      comment:
        'The screens know the API by its contracts and the languages; all else stays on the server.',
      severity: 'error',
      from: { path: '^apps/newsroom/' },
      to: { path: '^libs/', pathNot: '^libs/(contracts|errors|languages)/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea, or three.',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['node_modules', '^dist/', '[.-]spec\\.tsx?$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
