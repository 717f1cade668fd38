import { intersect } from '../../model';
import { invalidArgument } from '../errors';
import type { ClassSpec, RangeTarget } from '../remote';
import { assertWritable } from './range-values';

export const validationClass: ClassSpec<RangeTarget> = {
  name: 'DataValidation',
  scalars: {
    Rule: {
      get: ({ sheet, area }) => sheet.validations.find((one) => intersect(one.area, area))?.rule ?? {},
      set: (target, rule, session) => {
        assertWritable(target, session);
        if (typeof rule !== 'object' || rule === null) throw invalidArgument('rule');
        const { sheet, area } = target;
        const others = sheet.validations.filter((one) => !intersect(one.area, area));
        sheet.validations = [...others, { area, rule: rule as Readonly<Record<string, unknown>> }];
      },
    },
    Type: {
      get: ({ sheet, area }) => {
        const rule = sheet.validations.find((one) => intersect(one.area, area))?.rule;
        return rule && 'list' in rule ? 'List' : rule ? 'Custom' : 'None';
      },
    },
    IgnoreBlanks: { get: () => true },
  },
  methods: {
    Clear: (target, _args, session) => {
      assertWritable(target, session);
      const { sheet, area } = target;
      sheet.validations = sheet.validations.filter((one) => !intersect(one.area, area));
    },
  },
};
