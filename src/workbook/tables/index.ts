export { isNoData, noDataBelow } from './rowWords';
export { amountAt, readTable, type Table, type TableRow } from './table';
