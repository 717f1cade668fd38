import type { Scheme } from '../../model';
import type { DrawNote } from './customer';
import type { DrawComparison, DrawLine } from './compareVisits';
import type { DrawRecord } from './record';

/** What was drawn, as text of several lines. */
export function drawText(record: DrawRecord, notes: readonly DrawNote[]): string {
  const lines = notes.map(
    ({ severity, place, message }) =>
      `  [${severity === 'error' ? '错误' : '提醒'}] ${place === '' ? '' : `${place}:`}${message}`,
  );
  if (record.list.customers === 0) return `${lines.join('\n')}\n`;
  return `${[
    ...lines,
    `从 ${record.list.customers} 户、${record.areas.length} 片中抽中 ${record.drawn.length} 户;种子 ${record.seed},方法 ${record.algorithm}。`,
  ].join('\n')}\n`;
}

/** How the visits differ from the draw, as text of several lines. */
export function comparisonText(comparison: DrawComparison, scheme: Scheme): string {
  const { missed, instead, short, drawn, visited } = comparison;
  const who = ({ post, name, household, licence }: DrawLine): string =>
    `${scheme.posts.find(({ id }) => id === post)?.name ?? post} ${name}:${household} ${licence}`.trim();
  const lines = [
    ...missed.map((line) => `  抽中没有走访:${who(line)}(${line.area})`),
    ...instead.map((line) =>
      line.reason === ''
        ? `  没有抽中却走访,也没有写原因:${who(line)}(${line.place}),请在同一行写明原因`
        : `  替换走访:${who(line)}(${line.place}),原因:${line.reason}`,
    ),
    ...short.map(({ area, wanted, visited: count }) => `  “${area}”应走访 ${wanted} 户,只走访了 ${count} 户`),
  ];
  const closing =
    lines.length === 0
      ? `走访与抽样一致:抽中 ${drawn} 户次,走访 ${visited} 户次。`
      : `抽中 ${drawn} 户次,走访 ${visited} 户次;未走访 ${missed.length},替换 ${instead.length}(无原因 ${instead.filter(({ reason }) => reason === '').length}),不足的片 ${short.length}。`;
  return `${[...lines, closing].join('\n')}\n`;
}
