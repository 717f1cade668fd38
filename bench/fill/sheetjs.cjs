// The floor at 300,000 rows: the reader library reads the same file, dense, and nothing else.
const { readFileSync } = require('node:fs');
const { read } = require('@e965/xlsx');

read(readFileSync(process.argv[2]), {
  type: 'buffer',
  dense: true,
  sheetStubs: true,
  cellFormula: true,
  cellHTML: false,
  cellText: false,
});
