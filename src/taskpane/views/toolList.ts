import type { toolsWords } from '../../locales/pages/tools';
import type { IconName } from '../components/Icon';
import type { PaneState } from '../state/paneState';

type ToolName = Exclude<keyof (typeof toolsWords)['zhCN'], 'title'>;

/** What is offered under 更多: its words (in `locales/pages/tools.ts`), and what a press does. */
interface Tool {
  readonly name: ToolName;
  readonly icon: IconName;
  readonly open: (pane: PaneState) => void;
}

/** One line a tool, the most often used first. */
export const tools: readonly Tool[] = [
  { name: 'entry', icon: 'fix', open: (pane) => pane.show({ name: 'entry' }) },
  { name: 'cycle', icon: 'sheet', open: (pane) => pane.show({ name: 'cycle' }) },
  { name: 'rules', icon: 'sheet', open: (pane) => pane.show({ name: 'rules' }) },
  { name: 'schemes', icon: 'sheet', open: (pane) => pane.show({ name: 'schemes' }) },
  { name: 'seal', icon: 'seal', open: (pane) => void pane.verifySeal() },
  { name: 'marks', icon: 'mark', open: (pane) => void pane.removeMarks() },
  { name: 'snapshot', icon: 'save', open: (pane) => pane.show({ name: 'snapshot' }) },
  { name: 'guide', icon: 'question', open: (pane) => pane.show({ name: 'guide' }) },
];
