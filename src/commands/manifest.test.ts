import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

const all = (pattern: RegExp) => [...manifest.matchAll(pattern)];

/** Width and height of a PNG, from its first chunk. */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('every icon that a button names is there, in the size that it is named for', () => {
  const addresses = new Map(
    all(/<bt:Image id="([^"]+)" DefaultValue="[^"]*\/(assets\/[^"]+)"/g).map(([, id, file]) => [id!, file!]),
  );
  const named = all(/<bt:Image size="(\d+)" resid="([^"]+)"/g);
  expect(named.length).toBe(15);
  for (const [, size, id] of named)
    expect([id, sizeOf(path.join(root, addresses.get(id!)!))]).toEqual([id, [Number(size), Number(size)]]);
  const buttons = manifest.match(/<Control xsi:type="Button"[\s\S]*?<\/Control>/g)!;
  for (const button of buttons)
    expect([...button.matchAll(/size="(\d+)"/g)].map(([, size]) => size)).toEqual(['16', '32', '80']);
});

test('no two commands but 打开面板 and its group share an icon', () => {
  const drawn = all(/<bt:Image id="[^"]+" DefaultValue="[^"]*\/(assets\/[^"]+-80\.png)"/g).map(([, file]) =>
    readFileSync(path.join(root, file!)).toString('base64'),
  );
  expect(drawn).toHaveLength(4);
  expect(new Set(drawn).size).toBe(4);
});

test('labels and tips are there in Chinese and in English, no longer than the ribbon shows', () => {
  const texts = all(
    /<bt:String id="([^"]+)" DefaultValue="([^"]+)">\s*<bt:Override Locale="en-US" Value="([^"]+)"/g,
  );
  expect(texts).toHaveLength(all(/<bt:String /g).length);
  for (const [, id, chinese, english] of texts) {
    expect([id, /[\u4e00-\u9fff]/.test(chinese!), /[\u4e00-\u9fff]/.test(english!)]).toEqual([
      id,
      true,
      false,
    ]);
    const most = /Label|Title/.test(id!) ? 125 : 250;
    expect([id, Math.max(chinese!.length, english!.length) <= most]).toEqual([id, true]);
  }
  for (const button of ['OpenPane', 'FillSummary', 'CheckBeforeSubmit', 'RemoveMarks'])
    expect(texts.map(([, id]) => id)).toEqual(expect.arrayContaining([`${button}.Label`, `${button}.Tip`]));
});
