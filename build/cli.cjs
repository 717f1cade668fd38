/** The command line, one file for Node → dist/cli/service-score.js. */
const { chmodSync } = require('node:fs');
const path = require('node:path');
const { BannerPlugin } = require('webpack');
const { common, root } = require('./common.cjs');

/** So that the file can be started by its own name. */
const executable = {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('executable', (compilation) => {
      if (compilation.errors.length > 0) return;
      chmodSync(path.join(compilation.outputOptions.path, 'service-score.js'), 0o755);
    });
  },
};

/** @param {'production' | 'development'} mode */
module.exports = (mode) => {
  const shared = common(mode);
  return {
    ...shared,
    name: 'cli',
    target: 'node20',
    entry: { 'service-score': './src/cli/main.ts' },
    output: { path: path.join(root, 'dist/cli'), filename: '[name].js', clean: true },
    // Nobody downloads it, and whoever reads a failure's trace finds names: making it small would take half of the build.
    optimization: { minimize: false },
    plugins: [
      ...shared.plugins,
      new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true }),
      executable,
    ],
  };
};
