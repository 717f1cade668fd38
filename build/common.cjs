/** What every bundle of this project has in common. */
const path = require('node:path');
const { DefinePlugin } = require('webpack');
const { version } = require('../package.json');

const root = path.resolve(__dirname, '..');

/** TypeScript is checked by `npm run types`; the bundle only drops the types. */
const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'ts-loader',
    options: { transpileOnly: true, compilerOptions: { noEmit: false } },
  },
};

/** @param {'production' | 'development'} mode */
function common(mode) {
  return {
    mode,
    context: root,
    devtool: mode === 'production' ? false : 'source-map',
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: { rules: [typescript] },
    plugins: [new DefinePlugin({ APP_VERSION: JSON.stringify(version) })],
    performance: { hints: false },
    stats: 'errors-warnings',
  };
}

module.exports = { common, root, version };
