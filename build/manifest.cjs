/** The address that the committed manifest.xml points to: the development server. */
const DEVELOPMENT = 'https://localhost:3000/';

/**
 * The manifest with every address under `baseUrl` and the version of the package (Office wants four numbers).
 * Throws on a base address that is not https: Office refuses such a manifest.
 */
function pointManifestAt(xml, baseUrl, version) {
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
  if (base.protocol !== 'https:') throw new Error(`BASE_URL must begin with https:// (got ${baseUrl})`);
  const numbers = version.split(/[.+-]/).slice(0, 3).join('.');
  return xml
    .replaceAll(DEVELOPMENT, base.href)
    .replaceAll(`<AppDomain>${DEVELOPMENT.slice(0, -1)}</AppDomain>`, `<AppDomain>${base.origin}</AppDomain>`)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${numbers}.0</Version>`);
}

module.exports = { pointManifestAt };
