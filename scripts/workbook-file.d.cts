/** Absolute path of a workbook; throws with a sentence in Chinese where there is none. */
export function findWorkbook(given: string, folder: string): string;
