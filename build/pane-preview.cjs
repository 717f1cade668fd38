/** The pane over invented data in an ordinary page, for looking at it while it is being made → dist/pane-preview. */
const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const { common, root } = require('./common.cjs');
const { contentSecurityPolicy } = require('./content-security-policy.cjs');

/** @param {'production' | 'development'} mode */
module.exports = (mode) => {
  const shared = common(mode);
  return {
    ...shared,
    name: 'pane-preview',
    target: ['web', 'es2020'],
    entry: { preview: './tests/pane/preview.tsx' },
    output: {
      path: path.join(root, 'dist/pane-preview'),
      filename: '[name].js',
      clean: true,
      environment: { globalThis: true },
    },
    plugins: [
      ...shared.plugins,
      new HtmlPlugin({
        filename: 'index.html',
        scriptLoading: 'defer',
        template: path.join(root, 'tests/pane/preview.html'),
        templateParameters: { policy: contentSecurityPolicy('office.js') },
      }),
    ],
  };
};
