/** @jest-environment jsdom */
import { keepFocus } from './keptFocus';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML =
    '<main><section><button id="a">甲</button><ul><li><button id="b">乙</button></li><li><button id="c">丙</button></li></ul></section></main>';
  const hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(false);
  stop = keepFocus(document);
  hasFocus.mockReturnValue(true);
});

afterEach(() => stop());

const get = (id: string) => document.getElementById(id) as HTMLButtonElement;

test('what takes the place of a line that is gone gets the focus', async () => {
  get('b').focus();
  get('b').parentElement!.remove();
  await settled();
  expect(document.activeElement).toBe(get('c'));
});

test('what stands there only while something is done gives the focus back to where it came from', async () => {
  const bar = document.createElement('div');
  bar.dataset['work'] = 'check';
  bar.innerHTML = '<button id="stop">取消</button><button id="more">详情</button>';
  get('a').after(bar);
  get('a').focus();
  get('more').focus();
  get('stop').focus();
  bar.remove();
  await settled();
  expect(document.activeElement).toBe(get('a'));
});

test('where that is gone too, what is near gets it', async () => {
  get('a').insertAdjacentHTML('afterend', '<div data-work="check"><button id="stop">取消</button></div>');
  get('a').focus();
  get('stop').focus();
  get('a').remove();
  get('stop').parentElement!.remove();
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

test('who comes in before anything is there gets the first thing once it is', async () => {
  document.body.innerHTML = '<main></main>';
  window.dispatchEvent(new Event('focus'));
  await settled();
  expect(document.activeElement).toBe(document.body);
  document.querySelector('main')!.innerHTML = '<button disabled>乙</button><button id="e">丙</button>';
  await settled();
  expect(document.activeElement).toBe(get('e'));
});

test('who is there already when the pane is drawn, too', async () => {
  stop();
  document.body.innerHTML = '';
  stop = keepFocus(document);
  document.body.innerHTML = '<button id="e">丙</button>';
  await settled();
  expect(document.activeElement).toBe(get('e'));
});

test('who points into the pane, or has left it, is not taken anywhere', async () => {
  document.dispatchEvent(new Event('pointerdown'));
  window.dispatchEvent(new Event('focus'));
  get('a').remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
  window.dispatchEvent(new Event('blur'));
  jest.spyOn(document, 'hasFocus').mockReturnValue(false);
  window.dispatchEvent(new Event('focus'));
  get('b').remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
});
