import path from 'node:path';

/**
 * A word about a workbook that is written under another ending than the one it came from, '' where both are the same: what is
 * in it stays of its kind, and Excel opens one with macros as .xlsm alone, one without as .xlsx.
 */
export function endingNote(input: string, output: string): string {
  const wanted = path.extname(input).toLowerCase();
  if (path.extname(output).toLowerCase() === wanted) return '';
  return `注意:“${output}”的内容和原文件一样是 ${wanted} 格式,Excel 打不开扩展名不符的文件。请把它的扩展名改成 ${wanted}。\n`;
}
