import { applied, snapshotOf } from '../../../tests/fixtures/snapshots';
import { newWorkbook } from '../../hosts/file/newWorkbook';
import { readWorkbook } from '../../hosts/file/read/readWorkbook';
import type { CompositeScheme, SurveyScheme, TableScheme } from '../../model';
import { loadAnyTable, tableSchemeById, tableSchemeIds } from '../../schemes';
import type { SheetSnapshot } from '../snapshot';
import { isSchemeSheet, readTableSchemeSheet, schemeIdIn, tableSchemeSheet } from '.';

function sheetOf(scheme: TableScheme): SheetSnapshot {
  return applied(snapshotOf(), [{ kind: 'addSheet', sheet: tableSchemeSheet(scheme) }]).sheets[0]!;
}

function readBack(sheet: SheetSnapshot, base: TableScheme): { scheme: TableScheme | null; faults: unknown } {
  const { json, faults } = readTableSchemeSheet(sheet, base);
  return { scheme: faults.length > 0 ? null : loadAnyTable(json), faults };
}

const schemes = tableSchemeIds.map((id) => [id, tableSchemeById(id)!] as const);

it.each(schemes)('%s comes back from its sheet as it was, also through a file', (id, scheme) => {
  expect(readBack(sheetOf(scheme), scheme)).toEqual({ scheme, faults: [] });
  const [sheet] = readWorkbook(newWorkbook([tableSchemeSheet(scheme)]), '评分标准.xlsx').sheets;
  expect(isSchemeSheet(sheet!)).toBe(true);
  expect(schemeIdIn(sheet!)).toBe(id);
  expect(readBack(sheet!, scheme)).toEqual({ scheme, faults: [] });
});

it.each(schemes)('%s comes back with a history and another name', (_, shipped) => {
  const scheme: TableScheme = {
    ...shipped,
    version: '第二版',
    title: '另一个名称',
    history: [{ version: '第二版', date: '2024-07-01', who: '王主任', what: '改了名称' }],
  };
  expect(readBack(sheetOf(scheme), shipped)).toEqual({ scheme, faults: [] });
});

it('weights and points that the owner has entered come back; so do shares with many places', () => {
  const composite = tableSchemeById('quarterly-composite') as CompositeScheme;
  const shares = Object.fromEntries(
    composite.forms.map((form, index) => [form, ['0.3', '0.125', '0.275', '0.3', '0'][index]!]),
  );
  expect(readBack(sheetOf({ ...composite, shares }), composite).scheme).toEqual({ ...composite, shares });
  const survey = tableSchemeById('opinion-survey') as SurveyScheme;
  const levelPoints = { 很满意: 5, 满意: 4.5, 一般: 2.25, 不满意: 0 };
  expect(readBack(sheetOf({ ...survey, levelPoints }), survey).scheme).toEqual({ ...survey, levelPoints });
});
