import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ribbonHandlers, type RibbonDeck } from '.';

function ribbon(deck: Partial<RibbonDeck> = {}) {
  const calls: string[] = [];
  const handlers = ribbonHandlers({
    fill: async () => void calls.push('fill'),
    check: async () => void calls.push('check'),
    removeMarks: async () => void calls.push('removeMarks'),
    showPane: async () => calls.push('showPane') > 0,
    ...deck,
  });
  const press = (action: string) => new Promise<void>((resolve) => handlers[action]!(resolve));
  return { calls, press, handlers };
}

test('each button opens the pane, does its work and says that it is done', async () => {
  const { calls, press } = ribbon();
  await press('fillSummary');
  await press('checkBeforeSubmit');
  await press('removeMarks');
  expect(calls).toEqual(['showPane', 'fill', 'showPane', 'check', 'showPane', 'removeMarks']);
});

test('the host is told that a command is over, also when the pane cannot be shown or the work fails', async () => {
  const fail = async () => Promise.reject(new Error('refused'));
  const { calls, press } = ribbon({ showPane: fail, check: fail });
  await press('fillSummary');
  await press('checkBeforeSubmit');
  expect(calls).toEqual(['fill']);
});

test('the manifest names exactly these handlers', () => {
  const manifest = readFileSync(path.join(__dirname, '../../manifest.xml'), 'utf8');
  const named = [...manifest.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map((match) => match[1]);
  expect(named.sort()).toEqual(Object.keys(ribbon().handlers).sort());
});
