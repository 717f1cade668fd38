import { Component, type ReactNode } from 'react';
import { CrashNotice } from './CrashNotice';

interface Props {
  /** Which view stands inside, for the report. A new name gives the view another try. */
  readonly view: string;
  /** Called before the view gets another try. */
  readonly onRetry?: () => void;
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
  readonly view: string;
}

/** Keeps a crash inside the view where it happened. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, view: this.props.view };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.view === state.view ? null : { error: null, view: props.view };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <CrashNotice
        error={this.state.error}
        view={this.props.view}
        onRetry={() => {
          this.props.onRetry?.();
          this.setState({ error: null });
        }}
      />
    );
  }
}
