/** The engine with its benchmark, as it ships: one file, modules joined → dist/bench. */
const path = require('node:path');
const { common, root } = require('../build/common.cjs');

module.exports = (_env, argv) => ({
  ...common(argv.mode ?? 'production'),
  name: 'bench',
  target: 'node20',
  // Like the command line, which is not made small either.
  optimization: { minimize: false },
  entry: { engine: './bench/engine.ts', 'collect-write': './bench/collect/write.ts' },
  output: { path: path.join(root, 'dist/bench'), filename: '[name].js', clean: true },
});
