export { BLOCK_ROWS, type SealedPart } from './cells';
export { findSealLines, sealLineChanges, type SealLine } from './line';
export { sealedParts } from './parts';
export { parseSeal, SEAL_ENTRY, type SealedTable, type SealRecord } from './record';
