/** The task pane with the ribbon commands (one page, one shared runtime) → dist/addin. */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { common, root, version } = require('./common.cjs');
const { contentSecurityPolicy } = require('./content-security-policy.cjs');
const { noEval } = require('./no-eval.cjs');
const { pointManifestAt } = require('./manifest.cjs');
const { stamp } = require('./stamp.cjs');

const officeJs = process.env.OFFICE_JS_URL || 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const baseUrl = process.env.BASE_URL || 'https://localhost:3000/';
/** Runs before everything else, in engines that cannot even parse the bundle: copied as it is, never compiled. */
const engineNotice = path.join(root, 'src/taskpane/engine-notice.js');

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 10);
}

function htmlPage() {
  return new HtmlPlugin({
    filename: 'taskpane.html',
    template: path.join(root, 'src/taskpane/taskpane.html'),
    inject: 'head',
    scriptLoading: 'defer',
    templateParameters: {
      officeJs,
      version,
      policy: contentSecurityPolicy(officeJs),
      engineNotice: `engine-notice.${hashOf(engineNotice)}.js`,
    },
  });
}

function staticFiles() {
  return new CopyPlugin({
    patterns: [
      { from: 'assets/*.png', to: 'assets/[name][ext]' },
      { from: 'docs/guide.md', to: 'guide/guide.md' },
      { from: 'docs/images/guide/*.png', to: 'guide/images/guide/[name][ext]' },
      {
        from: engineNotice,
        to: `engine-notice.${hashOf(engineNotice)}.js`,
        // Already as it must be: a minifier would write newer syntax into it.
        info: { minimized: true },
      },
      {
        from: 'manifest.xml',
        to: 'manifest.xml',
        transform: (xml) => pointManifestAt(xml.toString(), baseUrl, version),
      },
    ],
  });
}

/** @param {'production' | 'development'} mode */
module.exports = (mode) => {
  const shared = common(mode);
  return {
    ...shared,
    name: 'addin',
    target: ['web', 'es2020'],
    entry: { taskpane: './src/taskpane/index.tsx' },
    output: {
      path: path.join(root, 'dist/addin'),
      filename: '[name].[contenthash:10].js',
      chunkFilename: '[name].[contenthash:10].js',
      clean: true,
      // Keeps `Function('return this')` out of the bundle: the content security policy forbids eval.
      environment: { globalThis: true },
    },
    plugins: [...shared.plugins, htmlPage(), staticFiles(), noEval, stamp({ mode, officeJs, baseUrl })],
  };
};
