import type { WorkbookModel } from '../../model';
import { itemNotFound } from '../errors';
import type { ClassSpec } from '../remote';

interface Setting {
  readonly workbook: WorkbookModel;
  readonly key: string;
}

const settingClass: ClassSpec<Setting> = {
  name: 'Setting',
  scalars: {
    Key: { get: (setting) => setting.key },
    _Id: { get: (setting) => setting.key },
    Value: {
      get: ({ workbook, key }) => workbook.settings.get(key) ?? null,
      set: ({ workbook, key }, value) => void workbook.settings.set(key, value),
    },
  },
  methods: { Delete: ({ workbook, key }) => void workbook.settings.delete(key) },
  identity: (setting) => ({ _Id: setting.key }),
};

export const settingsClass: ClassSpec<WorkbookModel> = {
  name: 'SettingCollection',
  items: (workbook, session) =>
    [...workbook.settings.keys()].map((key) => session.wrap(settingClass, { workbook, key })),
  indexer: (workbook, key, session) => {
    if (!workbook.settings.has(String(key))) throw itemNotFound(String(key));
    return session.wrap(settingClass, { workbook, key: String(key) });
  },
  methods: {
    Add: (workbook, [key, value], session) => {
      workbook.settings.set(String(key), value);
      return session.wrap(settingClass, { workbook, key: String(key) });
    },
    GetCount: (workbook) => workbook.settings.size,
    GetItemOrNullObject: (workbook, [key], session) =>
      workbook.settings.has(String(key)) ? session.wrap(settingClass, { workbook, key: String(key) }) : null,
  },
};
