import type { Command } from '../command';

/** A command that is loaded when it is called, so that a small check does not wait for code of the half-year. */
export interface CommandEntry {
  readonly name: string;
  readonly load: () => Promise<Command>;
}

// One file all the same ("eager"): what is not called is in it, but is not run.
const archive = () => import(/* webpackMode: "eager" */ './archive');
const bulletin = () => import(/* webpackMode: "eager" */ './bulletin');
const check = () => import(/* webpackMode: "eager" */ './check');
const collect = () => import(/* webpackMode: "eager" */ './collect');
const compare = () => import(/* webpackMode: "eager" */ './compare');
const correct = () => import(/* webpackMode: "eager" */ './correct');
const draw = () => import(/* webpackMode: "eager" */ './draw');
const drawCheck = () => import(/* webpackMode: "eager" */ './drawCheck');
const explain = () => import(/* webpackMode: "eager" */ './explain');
const fill = () => import(/* webpackMode: "eager" */ './fill');
const inspect = () => import(/* webpackMode: "eager" */ './inspect');
const scheme = () => import(/* webpackMode: "eager" */ './scheme');
const seal = () => import(/* webpackMode: "eager" */ './seal');
const slips = () => import(/* webpackMode: "eager" */ './slips');
const snapshot = () => import(/* webpackMode: "eager" */ './snapshot');
const template = () => import(/* webpackMode: "eager" */ './template');
const verify = () => import(/* webpackMode: "eager" */ './verify');

/** Every command, in the order of the usage. A name of two words begins with its family's. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'check', load: async () => (await check()).check },
  { name: 'fill', load: async () => (await fill()).fill },
  { name: 'explain', load: async () => (await explain()).explain },
  { name: 'inspect', load: async () => (await inspect()).inspect },
  { name: 'scheme export', load: async () => (await scheme()).exportScheme },
  { name: 'scheme check', load: async () => (await scheme()).checkScheme },
  { name: 'scheme diff', load: async () => (await scheme()).diffScheme },
  { name: 'scheme preview', load: async () => (await scheme()).previewScheme },
  { name: 'seal', load: async () => (await seal()).seal },
  { name: 'verify', load: async () => (await verify()).verify },
  { name: 'snapshot', load: async () => (await snapshot()).snapshot },
  { name: 'template', load: async () => (await template()).template },
  { name: 'draw', load: async () => (await draw()).draw },
  { name: 'draw-check', load: async () => (await drawCheck()).drawCheck },
  { name: 'collect', load: async () => (await collect()).collect },
  { name: 'bulletin', load: async () => (await bulletin()).bulletin },
  { name: 'slips', load: async () => (await slips()).slips },
  { name: 'correct', load: async () => (await correct()).correct },
  { name: 'archive', load: async () => (await archive()).archive },
  { name: 'compare', load: async () => (await compare()).compare },
];
