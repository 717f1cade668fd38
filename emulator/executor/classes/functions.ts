import type { WorkbookModel } from '../../model';
import type { ClassSpec } from '../remote';

const resultClass: ClassSpec<number> = {
  name: 'FunctionResult',
  scalars: { Value: { get: (value) => value }, Error: { get: () => null } },
};

/** Days between the serial numbers of the two date systems. */
const FROM_1900_TO_1904 = 1462;

/** Worksheet functions that an add-in can call; of these only DATE. */
export const functionsClass: ClassSpec<WorkbookModel> = {
  name: 'Functions',
  methods: {
    Date: (workbook, [year, month, day], session) => {
      const serial = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
      return session.wrap(resultClass, workbook.date1904 ? serial - FROM_1900_TO_1904 : serial);
    },
  },
};
