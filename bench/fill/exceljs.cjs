// What somebody would write with exceljs for the same task: node bench/fill/exceljs.cjs IN.xlsx OUT.xlsx
// Reads the workbook, adds up each person's findings, complaints and satisfaction, writes a summary sheet, saves.
// It checks nothing, explains nothing and leaves the enhanced section out: the least that can be called a fill.
const ExcelJS = require(process.env.EXCELJS);

const HEADER = ['序号', '部(所)', '姓名', '岗位', '抽查户数', '标准服务', '客户投诉', '客户满意度', '总得分'];

/** Rows of a sheet as records by header. */
function* records(book, sheet) {
  let header = null;
  const rows = [];
  book.getWorksheet(sheet).eachRow((row) => {
    if (header === null) header = row.values;
    else rows.push(row.values);
  });
  for (const values of rows)
    yield Object.fromEntries(header.slice(1).map((title, at) => [title, values[at + 1] ?? '']));
}

async function main([input, output]) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(input);
  const persons = new Map();
  const key = (row) => `${row['部(所)']} ${row['姓名'] ?? row['被投诉人']}`;
  for (const row of records(book, '人员名册'))
    persons.set(key(row), { row, households: 0, lost: 0, complaints: 0, satisfaction: 0 });
  const rules = [
    '陈列整洁',
    '条包正面',
    '价签维护',
    '卷烟库存',
    '订单本填写',
    '合理周转数维护',
    '货源告知',
    '新品告知',
    '已告知但目标客户未上柜',
    '新品上柜后一月内价签到位',
    '小票装订',
    '客户信息',
  ];
  for (const row of records(book, '明细测评表-客户经理')) {
    const person = persons.get(key(row));
    person.households += 1;
    for (const rule of rules) person.lost += Number(row[rule]) || 0;
  }
  for (const row of records(book, '客户投诉测评表'))
    if (row['是否有理'] === '有理') persons.get(key(row)).complaints += 1;
  for (const row of records(book, '客户满意度')) persons.get(key(row)).satisfaction = row['满意度'];
  const sheet = book.addWorksheet('客户服务质量测评汇总表');
  sheet.addRow(HEADER);
  let number = 0;
  for (const { row, households, lost, complaints, satisfaction } of persons.values()) {
    const standard = 15 - lost / households;
    const figures = [standard, Math.max(0, 20 - 2 * complaints), 0.3 * satisfaction];
    sheet.addRow([
      ++number,
      row['部(所)'],
      row['姓名'],
      row['岗位'],
      households,
      ...figures,
      figures.reduce((a, b) => a + b),
    ]);
  }
  await book.xlsx.writeFile(output);
}

main(process.argv.slice(2));
