import { registerCommands, type RibbonDeck, type RibbonEvent } from '.';

function ribbon(deck: Partial<RibbonDeck> = {}) {
  const handlers = new Map<string, (event: RibbonEvent) => void>();
  const calls: string[] = [];
  const call = (name: string) => async () => void calls.push(name);
  registerCommands((action, handler) => handlers.set(action, handler), {
    fill: call('fill'),
    check: call('check'),
    showPane: call('showPane'),
    ...deck,
  });
  const press = (action: string) =>
    new Promise<void>((resolve) => handlers.get(action)!({ completed: resolve }));
  return { calls, press };
}

test('each button opens the pane, does its work and says that it is done', async () => {
  const { calls, press } = ribbon();
  await press('fillSummary');
  await press('checkBeforeSubmit');
  expect(calls).toEqual(['showPane', 'fill', 'showPane', 'check']);
});

test('the host is told that a command is over, also when the pane cannot be shown', async () => {
  const showPane = async () => {
    throw new Error('no shared runtime');
  };
  const { calls, press } = ribbon({ showPane });
  await press('fillSummary');
  expect(calls).toEqual(['fill']);
});
