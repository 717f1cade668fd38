/**
 * @jest-environment jsdom
 */
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { openPane } from '../../tests/pane/opening';
import { personScore } from '../../tests/fixtures/scoreBooks';
import { sample } from '../../tests/pane/samples';
import type { Evaluation } from '../app/evaluation';
import { makeIssue, type Issue, type PersonScore } from '../model';
import type { PaneStore } from './state/paneState';

afterEach(cleanup);

const PEOPLE = 450;
const scoreOf = (index: number, score = 90): PersonScore =>
  personScore(sample.scheme, { name: `员工${index}`, department: '甲所', role: '客户经理', score });
const persons = Array.from({ length: PEOPLE }, (_, index) => scoreOf(index));
const issueAt = (row: number): Issue =>
  makeIssue('not-a-number', { cell: { sheet: '明细', row, column: 3 }, message: `第${row}行` });
const issues = Array.from({ length: PEOPLE }, (_, row) => issueAt(row + 1));
const city: Evaluation = { ...sample, scores: { persons, departments: [] }, issues };

async function open(): Promise<PaneStore> {
  const preferences = { previewBeforeFill: false, live: false };
  const { store } = await openPane({ evaluation: city, preferences });
  return store;
}

const people = () => [...document.querySelectorAll('tr[data-person]')];
const found = () => [...document.querySelectorAll('li[data-code]')];
const press = (button: HTMLElement) => act(() => void fireEvent.click(button));

test('a city of people is drawn page by page, and everybody is found', async () => {
  await open();
  expect(people()).toHaveLength(200);
  expect(found()).toHaveLength(200);
  const [morePeople, moreIssues] = screen.getAllByText('再显示 200 条');
  press(morePeople!);
  press(moreIssues!);
  expect(people()).toHaveLength(400);
  expect(found()).toHaveLength(400);
  press(screen.getAllByText('再显示 50 条')[0]!);
  expect(people()).toHaveLength(PEOPLE);
  const search = screen.getByPlaceholderText('搜索姓名');
  act(() => void fireEvent.change(search, { target: { value: '员工449' } }));
  expect(people().map((row) => row.getAttribute('data-person'))).toEqual(['员工449']);
});

test('an edit draws whom it moved; everything else stays as it is, with the focus', async () => {
  const store = await open();
  const [before, link] = [people(), found()[100]!.querySelector('button')!];
  link.focus();
  const moved = persons.map((person, index) => (index === 3 ? scoreOf(3, 77.5) : person));
  const next = { ...city, scores: { persons: moved, departments: [] }, issues: [issueAt(0), ...issues] };
  const drawn: Node[] = [];
  const observer = new MutationObserver((changes) => drawn.push(...changes.map(({ target }) => target)));
  observer.observe(document.querySelector('table')!, { subtree: true, childList: true, characterData: true });
  act(() => store.setState({ evaluation: next }));
  drawn.push(...observer.takeRecords().map(({ target }) => target));
  observer.disconnect();
  expect(people()).toEqual(before);
  expect(people()[3]!.textContent).toContain('77.5');
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.every((node) => people()[3]!.contains(node))).toBe(true);
  expect(found()[0]!.textContent).toContain('第0行');
  expect(document.activeElement).toBe(link);
});
