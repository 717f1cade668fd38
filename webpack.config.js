/**
 * Two bundles: `addin` (task pane and ribbon commands → dist/addin, a folder for any static https server) and `cli`
 * (the command line for Node → dist/cli). `webpack --config-name addin` builds one of them.
 *
 * Settings, by environment:
 *   BASE_URL       address that the folder will be served from (default https://localhost:3000/); manifest.xml
 *                  in dist/addin points there.
 *   OFFICE_JS_URL  where the page loads office.js from (default: Microsoft's CDN). Use the 21Vianet CDN or a path of
 *                  the intranet's own server if need be; Microsoft supports its own CDNs only.
 */
const { existsSync } = require('node:fs');
const path = require('node:path');
const addin = require('./build/addin.cjs');
const cli = require('./build/cli.cjs');
const preview = require('./build/pane-preview.cjs');

/** A bundle whose entry is not there is left out, so that either half can be built alone. */
function present(config) {
  return existsSync(path.resolve(__dirname, config.entry[Object.keys(config.entry)[0]]));
}

module.exports = (env = {}, argv = {}) => {
  const mode = argv.mode ?? 'production';
  const configs = [addin(mode), cli(mode)].filter(present);
  // A page that shows the pane over invented data, for looking at it; never part of a build that ships.
  return env.preview ? [...configs, preview(mode)] : configs;
};
