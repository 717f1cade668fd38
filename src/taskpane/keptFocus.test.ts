/** @jest-environment jsdom */
import { keepFocus } from './keptFocus';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML =
    '<main><section><button id="a">甲</button><ul><li><button id="b">乙</button></li><li><button id="c">丙</button></li></ul></section></main>';
  jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  stop = keepFocus(document);
});

afterEach(() => stop());

const get = (id: string) => document.getElementById(id) as HTMLButtonElement;

test('what takes the place of a line that is gone gets the focus', async () => {
  get('b').focus();
  get('b').parentElement!.remove();
  await settled();
  expect(document.activeElement).toBe(get('c'));
});

test('where the whole page is another one, its first button gets it', async () => {
  get('c').focus();
  document.querySelector('section')!.outerHTML = '<section><button id="d">返回</button></section>';
  await settled();
  expect(document.activeElement).toBe(get('d'));
});

test('nothing is focused where nothing was, and nobody who clicked elsewhere is brought back', async () => {
  get('a').remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
  get('b').focus();
  document.dispatchEvent(new Event('pointerdown'));
  get('b').remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
});
