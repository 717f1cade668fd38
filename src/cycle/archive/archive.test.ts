import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { readWorkbook, unzipFiles, zipFiles } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';
import { compareCycles } from '../compare/compareCycles';
import { makeArchive } from './make';
import { openArchive } from './open';

jest.setTimeout(120_000);

const scheme = yinchuan2008();
const now = new Date(Date.UTC(2008, 6, 5));

async function archived(options = {}) {
  const name = 'worked-examples.xlsx';
  const bytes = sampleBytes('worked-examples');
  return makeArchive({ name, bytes, snapshot: readWorkbook(bytes, name) }, scheme, options, now);
}

async function opened(files: ReadonlyMap<string, Uint8Array>) {
  return openArchive(files, readWorkbook);
}

it('through a .zip and back: the workbook byte for byte, the result computed again', async () => {
  const { files, evaluation } = await archived();
  const back = unzipFiles(zipFiles(files), 'X.zip');
  expect(back.get('workbook.xlsx')).toEqual(sampleBytes('worked-examples'));
  const { problems, evaluation: again, manifest } = await opened(back);
  expect(problems).toEqual([]);
  expect(manifest).toMatchObject({ period: '2008H1', workbook: { name: 'worked-examples.xlsx' } });
  expect(again!.scores.persons.length).toBe(evaluation.scores.persons.length);
});

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

it.each([
  [
    'a figure of the result',
    'result.json',
    (old: string) => old.replace('68.33', '86.33'),
    'result.json 与归档时不一致',
  ],
  [
    'the rulings',
    'rulings.json',
    (old: string) => old.replace('whole', 'started'),
    'rulings.json 与归档时不一致',
  ],
  [
    'the scheme',
    'scheme.json',
    (old: string) => old.replace('"share": "0.05"', '"share": "0.06"'),
    'scheme.json 与归档时不一致',
  ],
  ['the manifest', 'archive.json', (old: string) => old.replace('2008H1', '2008H2'), 'archive.json 被改动过'],
  ['no JSON any more', 'result.json', () => 'gone', 'result.json'],
])('tells that %s was changed', async (_what, path, change, sentence) => {
  const { files } = await archived();
  const map = new Map(files.map((file) => [file.path, file.bytes]));
  const old = new TextDecoder().decode(map.get(path));
  const next = change(old);
  expect(next).not.toBe(old);
  const { problems } = await opened(map.set(path, text(next)));
  expect(problems.join('')).toContain(sentence);
});

it('tells files that are gone or added, and something that is no archive', async () => {
  const { files } = await archived();
  const map = new Map(files.map((file) => [file.path, file.bytes]));
  map.delete('workbook.xlsx');
  map.set('more.txt', text('x'));
  const { problems, evaluation } = await opened(map);
  expect(problems).toEqual(['归档里少了 workbook.xlsx。', '归档里多了 more.txt。']);
  expect(evaluation).toBeNull();
  expect((await opened(new Map([['a.txt', text('x')]]))).problems[0]).toContain('不是本工具做的归档');
  expect(() => unzipFiles(text('no zip'), 'X.zip')).toThrow('已经损坏');
});

it('an archive without its result says that one fault, and is computed all the same', async () => {
  const { files, evaluation } = await archived();
  const map = new Map(files.map((file) => [file.path, file.bytes]));
  map.delete('result.json');
  const { problems, evaluation: again } = await opened(map);
  expect(problems).toEqual(['归档里少了 result.json。']);
  expect(again!.scores.persons.length).toBe(evaluation.scores.persons.length);
});

it('points out different rulings', async () => {
  const [one, other] = [await archived(), await archived({ rulings: { percentStep: 'started' } })];
  const { rulings, persons } = compareCycles(one.evaluation, other.evaluation);
  expect(rulings).toEqual([
    {
      key: 'percentStep',
      before: 'whole',
      after: 'started',
      title: '“每少1%”不足 1% 的部分怎样扣',
      words: ['只算满 1% 的部分', '不足 1% 按 1% 算'],
    },
  ]);
  const fallen = persons.filter(({ change }) => change !== null && change < 0);
  expect(fallen.length).toBeGreaterThan(0);
  for (const { reasons } of fallen) expect(reasons.some(({ points }) => points > 0)).toBe(true);
});
