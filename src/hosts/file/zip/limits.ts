/** What a workbook may ask of this machine. All sizes in bytes. */
export interface ArchiveLimits {
  /** The file itself. */
  readonly file: number;
  readonly entries: number;
  /** One part, unpacked. */
  readonly part: number;
  /** All parts that are unpacked, together. */
  readonly unpacked: number;
  readonly sheets: number;
  /** Cells with content, on all sheets together. */
  readonly cells: number;
  /** Places that the rows of values take, blanks between the cells included. */
  readonly places: number;
  /** Characters of formulas as they are written out for the cells that share them or that an array formula fills. */
  readonly formulas: number;
  /** Merged areas, on all sheets together. */
  readonly merges: number;
  /** Characters of the text in one cell; Excel holds no more. */
  readonly text: number;
}

/** Room for several hundred thousand rows; a small archive that unpacks to gigabytes is turned away. */
export const LIMITS: ArchiveLimits = {
  file: 256 * 2 ** 20,
  entries: 20_000,
  part: 384 * 2 ** 20,
  unpacked: 768 * 2 ** 20,
  sheets: 2_000,
  cells: 12_000_000,
  places: 24_000_000,
  formulas: 64_000_000,
  merges: 200_000,
  text: 32_767,
};
