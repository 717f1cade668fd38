import './textCoding';
import { act, configure, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Evaluation } from '../../src/app/evaluation';
import { App } from '../../src/taskpane/App';
import { PaneProvider } from '../../src/taskpane/state/context';
import type { PaneStore } from '../../src/taskpane/state/paneState';
import type { Preferences } from '../../src/taskpane/state/services';
import { createPaneStore } from '../../src/taskpane/state/store';
import { createFakeServices, type FakePane } from './fake';
import { createFakePreferences } from './fakePreferences';
import { sample } from './samples';

// Views are loaded when they are asked for, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

/** A pane that stands in the document, and what stands behind it. */
export interface OpenPane {
  readonly services: FakePane;
  readonly store: PaneStore;
}

interface Opening {
  /** Left out: the sample's. */
  readonly evaluation?: Evaluation;
  /** Left out: services that answer with the evaluation. */
  readonly services?: FakePane;
  /** What the user has chosen before. */
  readonly preferences?: Preferences;
  /** `zh-CN` where left out. */
  readonly language?: string;
  /** What the pane stands in, such as a context of its own. */
  readonly around?: (pane: ReactNode) => ReactNode;
}

/** Draws the whole pane over services without a workbook, and reads once, as it does when Excel opens it. */
export async function openPane({
  evaluation = sample,
  services = createFakeServices(evaluation),
  preferences,
  language = 'zh-CN',
  around = (pane) => pane,
}: Opening = {}): Promise<OpenPane> {
  const store = createPaneStore(services, createFakePreferences(preferences));
  const surroundings = { language, theme: 'light', version: '9.8.7', tooOld: false } as const;
  const pane = (
    <PaneProvider store={store} services={services} surroundings={surroundings}>
      <App />
    </PaneProvider>
  );
  render(around(pane));
  await act(() => store.getState().open());
  return { services, store };
}

/** Presses the button of this name, as soon as it is there. */
export async function press(name: string | RegExp): Promise<void> {
  const button = await screen.findByRole('button', { name });
  await act(async () => {
    fireEvent.click(button);
  });
}
