// npm run --silent cli -- …: the command line, set up and built where needed. Standard output is the command's own.
const { ensurePackages } = require('./packages.cjs');
const { giveUp } = require('./refusal.cjs');

/** Path of the built command line, built now where it is missing or older than its sources. */
function upToDate() {
  try {
    ensurePackages();
    return require('./build.cjs').buildCli();
  } catch (error) {
    return giveUp(error);
  }
}

const file = upToDate();
process.argv[1] = file;
require(file);
