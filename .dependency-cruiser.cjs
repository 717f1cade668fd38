/**
 * Who may enter which room (docs/architecture.md). A rule forbids what `to` says to everybody in `from`.
 * Test files may look further than the code they test, so they are left out.
 */
const test = '\\.test\\.tsx?$';
const room = (name) => `^src/${name}/`;

/** Rule that a room imports only the named rooms (and itself, and packages where `packages` allows them). */
function onlyImports(name, rooms, comment) {
  const allowed = [name, ...rooms].map((each) => `${each}/`).join('|');
  return {
    name: `${name.replaceAll('/', '-')}-imports`,
    comment,
    severity: 'error',
    from: { path: room(name), pathNot: test },
    to: { path: '^(src|emulator|tests|bench|scripts)/', pathNot: `^src/(${allowed})` },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two modules that need each other are one module, or a third is missing; neither can be read alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere works only on the machine of whoever wrote it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    onlyImports('model', [], 'The vocabulary is the floor that everybody stands on; it knows nobody.'),
    onlyImports(
      'schemes',
      ['model'],
      'A regulation is data; who reads sheets or scores may change without it.',
    ),
    onlyImports(
      'scoring',
      ['model'],
      'Scores come from entries alone: no sheet, no host, no text of the interface.',
    ),
    onlyImports('checks', ['model'], 'A check judges entries, wherever they were read from.'),
    onlyImports(
      'workbook',
      ['model'],
      'Sheets to entries and back is pure: it must run in a test without a host.',
    ),
    onlyImports('locales', ['model'], 'Texts are data; they are handed in where they are shown.'),
    onlyImports(
      'hosts',
      ['model', 'workbook', 'locales'],
      'A host moves snapshots and changes; it must not know what they mean.',
    ),
    {
      name: 'hosts-know-the-port-only',
      comment: 'Of the workbook room a host needs the port and the snapshot, not recognition or the summary.',
      severity: 'error',
      from: { path: room('hosts'), pathNot: test },
      to: { path: '^src/workbook/.+/' },
    },
    {
      name: 'hosts-are-strangers',
      comment:
        'The pane ships the Excel host, the command line the file host; one must not drag in the other.',
      severity: 'error',
      from: { path: '^src/hosts/([^/]+)/', pathNot: test },
      to: { path: '^src/hosts/([^/]+)/', pathNot: '^src/hosts/$1/' },
    },
    onlyImports(
      'app',
      ['model', 'schemes', 'scoring', 'checks', 'workbook', 'locales'],
      'A use case gets its host handed in, so that it is the same behind all three doors.',
    ),
    onlyImports(
      'cycle',
      ['model', 'schemes', 'scoring', 'checks', 'workbook', 'app'],
      'What stands around the score uses it as the doors do; files and threads are handed in, so that pane and command line do the same.',
    ),
    {
      name: 'cycle-stands-on-app',
      comment: 'The score must not hang on what is done with it afterwards.',
      severity: 'error',
      from: { path: '^src/(scoring|checks|workbook|app|hosts)/', pathNot: test },
      to: { path: room('cycle') },
    },
    {
      name: 'taskpane-imports',
      comment: 'The pane shows what the use cases say. index.tsx alone puts host and views together.',
      severity: 'error',
      from: { path: room('taskpane'), pathNot: [test, '^src/taskpane/index\\.tsx$'] },
      to: {
        path: '^(src|emulator|tests|bench|scripts)/',
        pathNot: '^src/(taskpane|cycle|app|model|locales)/',
      },
    },
    {
      name: 'taskpane-index-imports',
      comment:
        'The place where things are put together may know the Excel host, the ribbon and the scheme, and lazily what reads chosen files, and no more.',
      severity: 'error',
      from: { path: '^src/taskpane/index\\.tsx$' },
      to: {
        path: '^(src|emulator|tests|bench|scripts)/',
        pathNot:
          '^src/(taskpane|commands|cycle|app|model|locales|schemes|hosts/excel)/|^src/hosts/file/bytes\\.ts$',
      },
    },
    onlyImports(
      'commands',
      ['model', 'app', 'locales', 'schemes', 'hosts/excel'],
      'A ribbon handler is ten lines: it calls a use case with the Excel host.',
    ),
    onlyImports(
      'cli',
      ['model', 'cycle', 'app', 'locales', 'schemes', 'hosts/file'],
      'The command line calls the use cases with the file host; Office is not there.',
    ),
    {
      name: 'archives-behind-the-file-host',
      comment: 'One place knows what an .xlsx is made of; everybody else sees snapshots and changes.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/hosts/file/', test] },
      to: { path: 'node_modules/(@e965/xlsx|fflate)/' },
    },
    {
      name: 'file-system-behind-the-file-host',
      comment: 'The pane runs where there is no disk; only the file host and the command line may touch one.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(hosts/file|cli)/', test] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'react-in-the-pane',
      comment: 'What is computed must not hang on how it is shown.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/taskpane/', test] },
      to: { path: 'node_modules/(react|react-dom|@fluentui|zustand)/' },
    },
    {
      name: 'emulator-never-shipped',
      comment: 'The stand-in for Excel is for tests and the demo; in the product it would hide a real host.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: '^(emulator|tests|bench|scripts)/' },
    },
    {
      name: 'emulator-imports',
      comment:
        'The stand-in knows workbooks as the hosts do; if it knew the scoring, a test could not catch both wrong.',
      severity: 'error',
      from: { path: '^emulator/', pathNot: test },
      to: { path: '^(src|tests|bench|scripts)/', pathNot: '^src/(model|workbook/[^/]+\\.ts$|hosts/file)' },
    },
    {
      name: 'no-development-packages',
      comment: 'What ships may only use what `dependencies` declares.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
