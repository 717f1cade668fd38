/** The page that stands in for Excel → dist/demo/page. Never part of a build that ships. */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { common, root } = require('../../build/common.cjs');

module.exports = (_env, argv) => {
  const shared = common(argv.mode ?? 'production');
  return {
    ...shared,
    name: 'demo-page',
    target: ['web', 'es2020'],
    entry: { page: './emulator/demo/index.ts' },
    output: { path: path.join(root, 'dist/demo/page'), filename: '[name].js', clean: true },
    // Served to the same machine alone: making it small would take most of the build.
    optimization: { minimize: false },
    plugins: [
      ...shared.plugins,
      new CopyPlugin({
        patterns: [
          { from: 'index.html', context: __dirname },
          { from: 'page.css', context: __dirname },
        ],
      }),
    ],
  };
};
