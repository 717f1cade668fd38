/**
 * @jest-environment jsdom
 */
import '../../../../tests/pane/textCoding';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createFakePreferences } from '../../../../tests/pane/fakePreferences';
import { createFakeServices } from '../../../../tests/pane/fake';
import { sample } from '../../../../tests/pane/samples';
import type { EntryPerson } from '../../../app/entry/desk';
import { PaneProvider } from '../../state/context';
import { createPaneStore } from '../../state/store';
import { PersonField } from './PersonField';

afterEach(cleanup);

function draw(persons: readonly EntryPerson[]): void {
  const services = createFakeServices(sample);
  const store = createPaneStore(services, createFakePreferences());
  const surroundings = { language: 'zh-CN', theme: 'light', version: '9.8.7', tooOld: false } as const;
  render(
    <PaneProvider store={store} services={services} surroundings={surroundings}>
      <PersonField
        label="被测评人"
        persons={persons}
        postName={(id) => id}
        chosen={undefined}
        onChoose={() => undefined}
      />
    </PaneProvider>,
  );
}

test('where nobody can be chosen, nobody is sent to a list that is empty', () => {
  draw([]);
  expect(screen.getByText('还没有可选的人：请先把这个岗位的人填进名册。')).toBeTruthy();
});

test('who is not in the list is told to choose from it', () => {
  draw([{ department: '一所', name: '李明', post: 'manager' }]);
  expect(screen.queryByText(/还没有可选的人/)).toBeNull();
  fireEvent.change(screen.getByRole('combobox', { name: '被测评人' }), { target: { value: '张三' } });
  expect(screen.getByText('请从列表里选一个人。')).toBeTruthy();
});
