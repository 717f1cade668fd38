/**
 * @jest-environment jsdom
 */
import '../../../tests/pane/textCoding';
import { cleanup, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { createFakeServices } from '../../../tests/pane/fake';
import { createFakePreferences } from '../../../tests/pane/fakePreferences';
import { sample } from '../../../tests/pane/samples';
import type { Evaluation } from '../../app/evaluation';
import { PaneProvider } from './context';
import { createPaneStore } from './store';
import { useOffers } from './useOffers';

class Boundary extends Component<{ readonly children: ReactNode }, { readonly shown: string }> {
  override state = { shown: '' };

  static getDerivedStateFromError(error: unknown): { shown: string } {
    return { shown: String(error) };
  }

  override render(): ReactNode {
    return this.state.shown === '' ? this.props.children : this.state.shown;
  }
}

function Offers({ evaluation }: { readonly evaluation: Evaluation }) {
  return <>{useOffers(evaluation)?.length ?? '还不知道'}</>;
}

afterEach(cleanup);

test('what breaks down while repairs are looked for is shown, not taken for none', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const services = createFakeServices(sample);
  services.submission.offers = () => Promise.reject(new Error('读不下去'));
  const store = createPaneStore(services, createFakePreferences());
  await store.getState().open();
  render(
    <PaneProvider
      store={store}
      services={services}
      surroundings={{ language: 'zh-CN', theme: 'light', version: '9.8.7', tooOld: false }}
    >
      <Boundary>
        <Offers evaluation={store.getState().evaluation!} />
      </Boundary>
    </PaneProvider>,
  );
  expect(await screen.findByText('Error: 读不下去')).toBeTruthy();
  quiet.mockRestore();
});
