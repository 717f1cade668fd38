import type { Indicator, Section, TableScheme } from '../../model';

/** Words in the sheet's title and in front of its settings. */
export const TITLE = '评分标准';

/** Settings above the tables, each a label with its value beside it. */
export const SETTINGS = {
  id: '方案编号',
  title: '方案名称',
  number: '方案文号',
  version: '现行版本',
  kind: '计算类型',
  share: '抽样比例',
  minimum: '抽样下限(户)',
} as const;

/** Headers of the table of indicators, in the order in which they are written. */
export const INDICATOR_HEADERS = {
  id: '指标编号',
  clause: '依据条文',
  printed: '印刷序号',
  title: '名称',
  aliases: '别名',
  posts: '适用岗位',
  section: '所属部分',
  kind: '计分类型',
  threshold: '阈值',
  step: '步长',
  points: '每次扣分/权重',
  cap: '单项分值',
  source: '数据来源',
  extra: '其他约定',
} as const;

/** Headers of the table of sections; a column for each post follows. */
export const SECTION_HEADERS = {
  id: '部分编号',
  title: '部分名称',
  clause: '依据条文',
  grain: '计分方式',
  ifMissing: '没有数据时',
} as const;

/** First cell of the row below the sections that says what the posts' points add up to. */
export const SECTION_TOTAL = '各部分之和';

export const RULING_HEADERS = {
  key: '裁定编号',
  number: '裁定序号',
  clause: '依据条文',
  title: '裁定内容',
  default: '默认取值',
  values: '可选取值',
  needsConfirmation: '是否待确认',
} as const;

export const BAND_HEADERS = { title: '等次', from: '下限(分)' } as const;

export const HISTORY_HEADERS = {
  version: '修订版本',
  date: '修订日期',
  who: '修订人',
  what: '修订内容',
} as const;

export const KINDS: Readonly<Record<Indicator['kind'], string>> = {
  perFinding: '逐项扣分',
  perCount: '计数扣分',
  rateBelow: '低于阈值扣分',
  rateAbove: '高于阈值扣分',
  band: '区间外扣分',
  zeroOnAccident: '事故清零',
  notDone: '未完成扣分',
  registerCount: '登记扣分',
};

export const GRAINS: Readonly<Record<Section['grain'], string>> = {
  household: '逐户测评',
  person: '按人计量',
  register: '登记计数',
};

export const MISSING: Readonly<Record<Section['ifMissing'], string>> = {
  unscored: '不计分',
  ruling: '按裁定',
  full: '按满分',
};

/** Settings of one figure each, of a scheme over a table. */
export const PARAMETER_HEADERS = {
  id: '参数编号',
  title: '参数名称',
  value: '参数取值',
  clause: '依据条文',
} as const;

/** How a scheme over a table comes to its results. */
export const TABLE_KINDS: Readonly<Record<TableScheme['kind'], string>> = {
  groupMean: '分组平均',
  composite: '加权合成',
  survey: '分级平均',
  minimums: '数量下限',
  tally: '分类计数',
  classification: '比重分级',
};

/** Whether something is done, in a cell. */
export const YES_FLAG = '是';
export const NO_FLAG = '否';

export const YES = '待确认';
export const NO = '已确认';

/** The key whose label a text is; the text itself where it is none, so that the loader can name it. */
export function keyOf(labels: Readonly<Record<string, string>>, text: string): string {
  return Object.entries(labels).find(([key, label]) => label === text || key === text)?.[0] ?? text;
}
