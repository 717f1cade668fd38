// npm run --silent cli -- …: the command line, set up and built where needed. Standard output is the command's own.
const { ensurePackages } = require('./packages.cjs');

ensurePackages();
const file = require('./build.cjs').buildCli();
process.argv[1] = file;
require(file);
