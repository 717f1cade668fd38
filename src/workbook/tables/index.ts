export { amountAt, readTable, type Table, type TableRow } from './table';
