// The development server's own certificate for localhost. Kept, so that it has to be trusted only once.
const { X509Certificate } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const day = 24 * 60 * 60 * 1000;
/** Some systems refuse a server's certificate that is valid for longer. */
const validDays = 820;

/**
 * Key and certificate (PEM) from `folder`, made there where they are missing or run out within a fortnight.
 * @returns {Promise<{ key: string, cert: string, file: string }>} `file` is the certificate to be trusted
 */
async function localCertificate(folder) {
  const file = path.join(folder, 'localhost.crt');
  const keyFile = path.join(folder, 'localhost.key');
  if (!stillValid(file, keyFile)) await make(folder, file, keyFile);
  return { key: fs.readFileSync(keyFile, 'utf8'), cert: fs.readFileSync(file, 'utf8'), file };
}

function stillValid(file, keyFile) {
  if (!fs.existsSync(file) || !fs.existsSync(keyFile)) return false;
  try {
    const end = new Date(new X509Certificate(fs.readFileSync(file)).validTo).getTime();
    return end > Date.now() + 14 * day;
  } catch {
    return false;
  }
}

async function make(folder, file, keyFile) {
  const { generate } = require('selfsigned');
  const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - day),
    notAfterDate: new Date(Date.now() + validDays * day),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(keyFile, pems.private, { mode: 0o600 });
  fs.writeFileSync(file, pems.cert);
}

module.exports = { localCertificate };
