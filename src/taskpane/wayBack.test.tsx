/**
 * @jest-environment jsdom
 */
import '../../tests/pane/textCoding';
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { createFakePreferences, createFakeServices } from '../../tests/pane/fake';
import { sample } from '../../tests/pane/samples';
import { App } from './App';
import { PaneProvider } from './state/context';
import { createPaneStore } from './state/store';

// Views are loaded when they are asked for, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

let hasFocus: jest.SpyInstance;

beforeEach(async () => {
  hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  const services = createFakeServices(sample);
  const store = createPaneStore(services, createFakePreferences());
  render(
    <PaneProvider
      store={store}
      services={services}
      surroundings={{ language: 'zh-CN', theme: 'light', version: '9.8.7', tooOld: false }}
    >
      <App />
    </PaneProvider>,
  );
  await act(() => store.getState().open());
});

afterEach(() => {
  cleanup();
  hasFocus.mockRestore();
});

/** Presses it as the keyboard does: the focus is there. */
async function press(role: string, name: string | RegExp): Promise<void> {
  const [control] = await screen.findAllByRole(role, { name });
  await act(async () => {
    control!.focus();
    fireEvent.click(control!);
  });
}

const focused = () => document.activeElement as HTMLElement;

test('from a page behind a tab the focus comes back to what opened it, though that is drawn anew', async () => {
  await press('tab', '更多');
  await press('button', '其他办法');
  await press('button', '返回');
  expect(focused().textContent).toBe('其他办法');
  expect(focused().isConnected).toBe(true);
});

test('from a person’s page it comes back to their row', async () => {
  await press('button', '吕超');
  await screen.findByRole('heading', { name: '吕超' });
  await press('button', '返回');
  expect(focused().closest('tr')?.dataset['person']).toBe('吕超');
});

test('a page opened from the head leads back to the head, whatever tab is open', async () => {
  await press('tab', '更多');
  const head = within(screen.getByRole('banner'));
  const entry = head.getByRole('button', { name: '快速登记' });
  await act(async () => {
    entry.focus();
    fireEvent.click(entry);
  });
  await press('button', '返回');
  expect(focused()).toBe(entry);
});

test('over two pages it comes back to what has led away from the tab', async () => {
  const [department] = sample.scores.departments;
  await press('tab', '总览');
  await press('button', department!.name);
  await screen.findByRole('heading', { name: department!.name });
  const [person] = sample.scores.persons.filter(({ assessee }) => assessee.department === department!.name);
  await press('button', new RegExp(person!.assessee.name));
  await screen.findByRole('heading', { name: person!.assessee.name });
  await press('button', '返回');
  expect(focused().textContent).toBe(department!.name);
});

test('who presses a tab stays there, and who works in the sheet is not fetched', async () => {
  await press('tab', '更多');
  await press('button', '其他办法');
  await press('tab', '更多');
  expect(focused().textContent).toBe('更多');
  await press('button', '其他办法');
  hasFocus.mockReturnValue(false);
  await press('button', '返回');
  expect(focused()).toBe(document.body);
});

test('who pointed elsewhere is not taken back either', async () => {
  await press('tab', '更多');
  await press('button', '其他办法');
  const back = await screen.findByRole('button', { name: '返回' });
  await act(async () => {
    back.focus();
    fireEvent.pointerDown(document.body);
    fireEvent.click(back);
  });
  expect(focused()).toBe(document.body);
});
