import type { ClassificationScheme, GroupMeanScheme, TableScheme } from '../../model';

/** A figure or word of a scheme over a table, in a row of its own. */
export interface Parameter {
  readonly id: string;
  readonly title: string;
  readonly form: 'number' | 'percent' | 'text';
  readonly value: string | number;
  /** Where the value stands in the scheme file; `null` where the program decides it and the cell is only compared. */
  readonly path: string | null;
  /** The clause that it rests on, and where that stands; `null` for none. */
  readonly clause: { readonly text: string; readonly path: string } | null;
}

/** The figures and words of a scheme that stand alone. */
export function parametersOf(scheme: TableScheme): readonly Parameter[] {
  switch (scheme.kind) {
    case 'groupMean':
      return groupMeanParameters(scheme);
    case 'composite':
      return [
        maximum(scheme.maximum),
        decided('method', '合成方法', '按权重加权平均', { text: scheme.clause, path: 'clause' }),
      ];
    case 'survey':
      return [decided('method', '合成方法', '取平均', { text: scheme.clause, path: 'clause' })];
    case 'minimums':
    case 'tally':
      return [];
    case 'classification':
      return scaleParameters(scheme);
  }
}

/** Something that the program decides. */
function decided(id: string, title: string, value: string, clause: Parameter['clause']): Parameter {
  return { id, title, form: 'text', value, path: null, clause };
}

function maximum(value: number): Parameter {
  return { id: 'maximum', title: '最高分', form: 'number', value, path: 'maximum', clause: null };
}

function groupMeanParameters(scheme: GroupMeanScheme): readonly Parameter[] {
  const { line, leader } = scheme.clauses;
  return [
    maximum(scheme.maximum),
    {
      id: 'line',
      title: '达标线',
      form: 'number',
      value: scheme.line,
      path: 'line',
      clause: { text: line, path: 'clauses.line' },
    },
    decided('leader', scheme.words.leader, '取平均', { text: leader, path: 'clauses.leader' }),
  ];
}

function scaleParameters({ scale, fields }: ClassificationScheme): readonly Parameter[] {
  const { ends, classes, clause, shares } = scale;
  const names = shares.map((id) => fields.find((field) => field.id === id)?.name ?? id);
  const called = (id: keyof typeof classes, title: string): Parameter => ({
    id,
    title,
    form: 'text',
    value: classes[id],
    path: `scale.classes.${id}`,
    clause: null,
  });
  return [
    decided('index', '排序依据', `${names.join('、')}所占比重的平均`, { text: clause, path: 'scale.clause' }),
    { id: 'ends', title: '两端各占', form: 'percent', value: ends, path: 'scale.ends', clause: null },
    called('top', '前段代号'),
    called('middle', '中段代号'),
    called('bottom', '后段代号'),
  ];
}
