import { columnCount, formatArea, quoteSheet, rowCount } from '../../model';
import { itemNotFound } from '../errors';
import type { ClassSpec } from '../remote';
import { type Areas, conditionsClass } from './conditional-formats';

const collectionClass: ClassSpec<Areas> = {
  name: 'RangeCollection',
  items: ({ sheet, areas }, session) => areas.map((area) => session.range(sheet, area)),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, [index], session) => {
      const area = areas[Number(index)];
      if (!area) throw itemNotFound(String(index));
      return session.range(sheet, area);
    },
  },
};

export const areasClass: ClassSpec<Areas> = {
  name: 'RangeAreas',
  scalars: {
    Address: {
      get: ({ sheet, areas }) =>
        areas.map((area) => `${quoteSheet(sheet.name)}!${formatArea(area)}`).join(', '),
    },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: {
      get: ({ areas }) => areas.reduce((sum, area) => sum + rowCount(area) * columnCount(area), 0),
    },
  },
  objects: {
    Areas: (self, session) => session.wrap(collectionClass, self),
    ConditionalFormats: (self, session) => session.wrap(conditionsClass, self),
    Worksheet: ({ sheet }, session) => session.worksheet(sheet),
  },
  methods: { _KeepReference: () => null },
};
