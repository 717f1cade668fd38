// Writes a workbook of a city for the benchmarks: node bench/fill/workbook.cjs ROWS OUT.xlsx
// One matrix of ROWS visited households in 20 columns with the shared texts of Excel, its roster, 提升服务, complaints
// and 满意度. The same ROWS give the same bytes.
const fs = require('node:fs');
const { zipSync } = require('fflate');

const HOUSEHOLDS = 10;
const MEMBERS = 12;
const FIRST_DAY = 39_448;
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红';
const RULES = [
  ['陈列整洁', 1],
  ['条包正面', 1],
  ['价签维护', 1],
  ['卷烟库存', 2],
  ['订单本填写', 1],
  ['合理周转数维护', 2],
  ['货源告知', 1],
  ['新品告知', 1],
  ['已告知但目标客户未上柜', 1],
  ['新品上柜后一月内价签到位', 1],
  ['小票装订', 2],
  ['客户信息', 1],
];

/** Numbers that repeat from run to run (a linear congruence). */
function dice(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
}

const name = (id) =>
  SURNAMES[id % SURNAMES.length] +
  GIVEN[Math.floor(id / SURNAMES.length) % GIVEN.length] +
  GIVEN[Math.floor(id / SURNAMES.length / GIVEN.length) % GIVEN.length];
const department = (id) => `第${Math.floor(id / MEMBERS) + 1}营销部`;
const rate = (roll, low, high) => Math.round((low + roll() * (high - low)) * 10_000) / 10_000;

function* visits(rows, roll) {
  yield [
    '序号',
    '部(所)',
    '姓名',
    '客户名称',
    '许可证号',
    '检查日期',
    ...RULES.map(([title]) => title),
    '扣分合计',
    '备注',
  ];
  for (let row = 0; row < rows; row++) {
    const id = Math.floor(row / HOUSEHOLDS);
    const marks = RULES.map(([, points]) => (roll() < 0.06 ? points : ''));
    const total = marks.reduce((sum, mark) => sum + (mark || 0), 0);
    const day = FIRST_DAY + Math.floor(roll() * 180);
    const licence = String(640_100_000_000 + row * 7);
    yield [
      row + 1,
      department(id),
      name(id),
      `便民商店${row + 1}`,
      licence,
      { date: day },
      ...marks,
      total,
      row % 9 ? '' : '无',
    ];
  }
}

function* roster(persons) {
  yield ['部(所)', '姓名', '岗位', '片区', '片区零售客户数', '是否负责人'];
  for (let id = 0; id < persons; id++) yield [department(id), name(id), '客户经理', `片区${id + 1}`, 180, ''];
}

function* enhanced(persons, roll) {
  yield [
    '部(所)',
    '姓名',
    '毛利率',
    '期末库存',
    '期间销量',
    '社会存销比',
    '业态不符户数',
    '目标客户数',
    '上柜户数',
    '城市户数',
    '城市有效指导户数',
    '农村户数',
    '农村有效指导户数',
    '考核客户数',
    '知晓客户数',
  ];
  for (let id = 0; id < persons; id++) {
    const count = () => 20 + Math.floor(roll() * 20);
    yield [
      department(id),
      name(id),
      { percent: rate(roll, 0.1, 0.2) },
      100 + Math.floor(roll() * 60),
      200,
      rate(roll, 0.4, 0.9),
      Math.floor(roll() * 2),
      40,
      count(),
      40,
      count(),
      40,
      count(),
      40,
      count(),
    ];
  }
}

function* complaints(persons, roll) {
  yield ['受理日期', '客户名称', '被投诉人', '岗位', '部(所)', '投诉内容', '是否有理', '备注'];
  for (let id = 0; id < persons; id += 20)
    yield [
      { date: FIRST_DAY + (id % 180) },
      '某商店',
      name(id),
      '客户经理',
      department(id),
      '送货不及时',
      roll() < 0.6 ? '有理' : '无理',
      '',
    ];
}

function* satisfaction(persons, roll) {
  yield ['部(所)', '姓名', '岗位', '满意度'];
  for (let id = 0; id < persons; id++)
    yield [department(id), name(id), '客户经理', Math.round((85 + roll() * 14) * 10) / 10];
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
  const persons = Math.ceil(rows / HOUSEHOLDS);
  const roll = dice(rows);
  const texts = new Map();
  const sheets = {
    人员名册: roster(persons),
    '明细测评表-客户经理': visits(rows, roll),
    '提升服务-客户经理': enhanced(persons, roll),
    客户投诉测评表: complaints(persons, roll),
    客户满意度: satisfaction(persons, roll),
  };
  const names = Object.keys(sheets);
  const parts = {};
  names.forEach(
    (sheet, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetBytes(sheets[sheet], texts)),
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

module.exports = { write };
if (require.main === module) write(Number(process.argv[2]), process.argv[3]);
