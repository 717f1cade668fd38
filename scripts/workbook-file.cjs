// The workbook that the demo opens: found, and a workbook at all. Each refusal says what to do next.
const fs = require('node:fs');
const path = require('node:path');
const { Refusal } = require('./refusal.cjs');

/**
 * Throws a `Refusal` where there is no workbook.
 * @param {string} given  as on the command line
 * @param {string} folder  what a relative path is relative to
 * @returns {string} absolute path of a readable .xlsx or .xlsm
 */
function findWorkbook(given, folder) {
  const file = path.resolve(folder, given);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new Refusal(`找不到文件:${file}\n请检查路径和文件名(相对路径从 ${folder} 算起)。`);
  if (stat.isDirectory()) throw new Refusal(`这是一个文件夹,不是工作簿:${file}\n请给出其中的 .xlsx 文件。`);
  const bytes = fs.readFileSync(file);
  const fault = whyNoWorkbook(bytes);
  if (fault) throw new Refusal(`打不开 ${path.basename(file)}:${fault}`);
  return file;
}

function whyNoWorkbook(bytes) {
  if (bytes.length === 0) return '文件是空的。';
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    return '这是旧格式(.xls、.et)或加了密码的工作簿。请用 Excel 或 WPS 打开,取消密码,另存为 .xlsx 后再试。';
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK' || !bytes.includes('xl/workbook.')) {
    return '它不是 .xlsx 工作簿。请用 Excel 或 WPS 另存为 .xlsx 后再试。';
  }
  return null;
}

module.exports = { findWorkbook };
