/** Griffel and React write styles through the CSSOM; the only inline style they need is an empty <style> element. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The policy of the pane's page: own files and office.js, no inline script, no eval, no other host.
 * `officeJs` is the script's address, absolute or relative to the page.
 */
function contentSecurityPolicy(officeJs) {
  const origin = /^https?:\/\//.test(officeJs) ? ` ${new URL(officeJs).origin}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${origin}`,
    `style-src 'self'${origin} ${EMPTY_STYLE}`,
    // office.js parses its licence token as XML; where there is none, Chromium's error document has style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${origin}`,
    `frame-src 'self'${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
}

module.exports = { contentSecurityPolicy };
