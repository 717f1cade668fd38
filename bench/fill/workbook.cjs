// Writes a workbook of a city for the benchmarks: node bench/fill/workbook.cjs ROWS OUT.xlsx
// The city of bench/city.ts as Excel would have saved it: shared texts, dates and rates in their formats, and beside each
// visit its sum and a remark, 20 columns. The same ROWS give the same bytes.
const fs = require('node:fs');
const path = require('node:path');
const { zipSync } = require('fflate');
const { isFresh } = require('../../scripts/freshness.cjs');
const { root } = require('../../scripts/packages.cjs');
require('../../tests/fixtures/typescript.cjs');
const { cityValues } = require('../city.ts');

const MATRIX = '明细测评表-客户经理';
/** Columns before the findings of a visit. */
const BEFORE_FINDINGS = 6;
/** Columns with a format of their own. */
const FORMATS = {
  检查日期: (day) => ({ date: day }),
  受理日期: (day) => ({ date: day }),
  毛利率: (rate) => ({ percent: Math.round(rate * 10) / 1_000 }),
};

/** The rows of a sheet as they are to be written. */
function* rowsOf({ name, values }) {
  const [header, ...rows] = values;
  const formats = header.map((title) => FORMATS[title]);
  const isMatrix = name === MATRIX;
  yield isMatrix ? [...header, '扣分合计', '备注'] : header;
  for (const [at, row] of rows.entries()) {
    const cells = row.map((value, column) => (formats[column] ? formats[column](value) : value));
    yield isMatrix ? [...cells, sumOf(row), at % 9 ? '' : '无'] : cells;
  }
}

function sumOf(visit) {
  return visit.slice(BEFORE_FINDINGS).reduce((sum, points) => sum + (points || 0), 0);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const COLUMNS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));

/** Sheet XML in pieces, so that no text is longer than a string can be. */
function sheetBytes(rows, texts) {
  const pieces = [`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`];
  let number = 0;
  for (const row of rows) {
    number++;
    const cells = row.map((value, at) => cellXml(`${COLUMNS[at]}${number}`, value, texts));
    pieces.push(
      `<row r="${number}" spans="1:${row.length}" ht="14.25" x14ac:dyDescent="0.2">${cells.join('')}</row>`,
    );
  }
  pieces.push(
    '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>',
  );
  pieces[0] = pieces[0].replace(
    '<worksheet',
    '<worksheet xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"',
  );
  return Buffer.concat(batched(pieces));
}

function batched(pieces) {
  const out = [];
  for (let at = 0; at < pieces.length; at += 10_000)
    out.push(Buffer.from(pieces.slice(at, at + 10_000).join('')));
  return out;
}

function cellXml(place, value, texts) {
  if (value === '') return `<c r="${place}" s="3"/>`;
  if (typeof value === 'number') return `<c r="${place}" s="3"><v>${value}</v></c>`;
  if (typeof value === 'object')
    return 'date' in value
      ? `<c r="${place}" s="1"><v>${value.date}</v></c>`
      : `<c r="${place}" s="2"><v>${value.percent}</v></c>`;
  if (!texts.has(value)) texts.set(value, texts.size);
  return `<c r="${place}" s="3" t="s"><v>${texts.get(value)}</v></c>`;
}

function write(rows, file) {
  const texts = new Map();
  const sheets = cityValues(rows);
  const names = sheets.map(({ name }) => name);
  const parts = {};
  sheets.forEach(
    (sheet, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetBytes(rowsOf(sheet), texts)),
  );
  const items = [...texts.keys()].map(
    (text) => `<si><t>${text}</t><phoneticPr fontId="1" type="noConversion"/></si>`,
  );
  const table = [
    `${HEAD}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">`,
    ...items,
    '</sst>',
  ];
  parts['xl/sharedStrings.xml'] = Buffer.concat(batched(table));
  const types = [
    ['workbook', 'sheet.main'],
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
    ...names.map((_, at) => [`worksheets/sheet${at + 1}`, 'worksheet']),
  ];
  parts['[Content_Types].xml'] = Buffer.from(
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${TYPE}${type}+xml"/>`).join('')}</Types>`,
  );
  const relation = (id, type, target) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  parts['_rels/.rels'] = Buffer.from(
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  );
  parts['xl/workbook.xml'] = Buffer.from(
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((sheet, at) => `<sheet name="${sheet}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
  );
  parts['xl/_rels/workbook.xml.rels'] = Buffer.from(
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation(90, 'styles', 'styles.xml')}${relation(91, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
  );
  const xf = (format) =>
    `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  parts['xl/styles.xml'] = Buffer.from(
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">${[0, 14, 10, 0].map(xf).join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  );
  fs.writeFileSync(file, zipSync(parts, { level: 6, mtime: new Date(2020, 0, 1) }));
}

/** The file of a city, made where it is missing or older than what makes it. */
function cityFile(rows) {
  const file = path.join(root, '.cache', 'bench', `city-${rows}.xlsx`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (!isFresh(file, [__filename, path.join(root, 'bench', 'city.ts')])) write(rows, file);
  return file;
}

module.exports = { cityFile };
if (require.main === module) write(Number(process.argv[2]), process.argv[3]);
