import { HostError, type HostErrorCode } from '../../workbook/host';

/** `《名称》`, or a general word where the workbook has no name. */
export function called(name: string | null): string {
  return name === null || name === '' ? '这个工作簿' : `“${name}”`;
}

const SENTENCES = {
  'not-found': (file) => `找不到文件${file}。请检查路径和文件名后重试。`,
  'not-a-workbook': (file) => `${file}不是 Excel 工作簿。请选择 .xlsx 或 .xlsm 文件。`,
  'old-format': (file) => `${file}不是 .xlsx 格式。请用 Excel 或 WPS 打开,另存为 .xlsx 后再试。`,
  encrypted: (file) => `${file}已加密,无法读取。请在 Excel 或 WPS 中先取消打开密码,保存后再试。`,
  damaged: (file) => `${file}已损坏或不完整。请用 Excel 打开并修复后另存为 .xlsx,或重新取得这份文件。`,
  'too-large': (file) => `${file}超出可处理的大小。请删去无关的工作表或空白区域,另存后再试。`,
  'not-writable': (file) => `${file}无法写入。请确认文件夹存在、有写入权限,且文件没有在别的程序中打开。`,
  unsupported: (file) => `${file}中有本程序不能安全改动的内容,未作任何修改。`,
  'sheet-gone': (file) => `${file}中找不到需要的工作表。请重新读取后再试。`,
  cancelled: (file) => `已取消对${file}的操作,未作任何修改。`,
} satisfies Partial<Record<HostErrorCode, (file: string) => string>>;

/** The error codes that a file can give. */
export type FileProblem = keyof typeof SENTENCES;

/**
 * The error for a problem with a workbook file: names the file and says what to do.
 * `more` is a further Chinese sentence with what stands where; `detail` is for the log.
 */
export function problem(
  code: FileProblem,
  name: string | null,
  more = '',
  detail: unknown = null,
): HostError {
  return new HostError(code, SENTENCES[code](called(name)) + more, detail);
}
