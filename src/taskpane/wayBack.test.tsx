/**
 * @jest-environment jsdom
 */
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { openPane } from '../../tests/pane/opening';
import { sample } from '../../tests/pane/samples';

let hasFocus: jest.SpyInstance;

beforeEach(async () => {
  hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  await openPane();
});

afterEach(() => {
  cleanup();
  hasFocus.mockRestore();
});

/** Presses it as the keyboard does: the focus is there. */
async function pressed(role: string, name: string | RegExp): Promise<void> {
  const [control] = await screen.findAllByRole(role, { name });
  await act(async () => {
    control!.focus();
    fireEvent.click(control!);
  });
}

const focused = () => document.activeElement as HTMLElement;

test('from a page behind a tab the focus comes back to what opened it, though that is drawn anew', async () => {
  await pressed('tab', '更多');
  await pressed('button', '其他办法');
  await pressed('button', '返回');
  expect(focused().textContent).toBe('其他办法');
  expect(focused().isConnected).toBe(true);
});

test('from a person’s page it comes back to their row', async () => {
  await pressed('button', '吕超');
  await screen.findByRole('heading', { name: '吕超' });
  await pressed('button', '返回');
  expect(focused().closest('tr')?.dataset['person']).toBe('吕超');
});

test('a page opened from the head leads back to the head, whatever tab is open', async () => {
  await pressed('tab', '更多');
  const head = within(screen.getByRole('banner'));
  const entry = head.getByRole('button', { name: '快速登记' });
  await act(async () => {
    entry.focus();
    fireEvent.click(entry);
  });
  await pressed('button', '返回');
  expect(focused()).toBe(entry);
});

test('over two pages it comes back to what has led away from the tab', async () => {
  const [department] = sample.scores.departments;
  await pressed('tab', '总览');
  await pressed('button', department!.name);
  await screen.findByRole('heading', { name: department!.name });
  const [person] = sample.scores.persons.filter(({ assessee }) => assessee.department === department!.name);
  await pressed('button', new RegExp(person!.assessee.name));
  await screen.findByRole('heading', { name: person!.assessee.name });
  await pressed('button', '返回');
  expect(focused().textContent).toBe(department!.name);
});

test('who presses a tab stays there, and who works in the sheet is not fetched', async () => {
  await pressed('tab', '更多');
  await pressed('button', '其他办法');
  await pressed('tab', '更多');
  expect(focused().textContent).toBe('更多');
  await pressed('button', '其他办法');
  hasFocus.mockReturnValue(false);
  await pressed('button', '返回');
  expect(focused()).toBe(document.body);
});

test('who pointed elsewhere is not taken back either', async () => {
  await pressed('tab', '更多');
  await pressed('button', '其他办法');
  const back = await screen.findByRole('button', { name: '返回' });
  await act(async () => {
    back.focus();
    fireEvent.pointerDown(document.body);
    fireEvent.click(back);
  });
  expect(focused()).toBe(document.body);
});
