import type { Finding, FindingRow, PerFinding, VisitRow, Who } from '../../model';
import { deductionAt } from './deductions';
import { normaliseHeader } from '../recognise/normalise';
import { cellKey } from '../snapshot';
import type { SheetReader } from './reader';
import { plainNumber } from './values/number';
import { compact } from './values/text';

/** Reads a visit list: a row a visited household of one person, without findings. */
export function readVisitList(reader: SheetReader): VisitRow[] {
  const visits: VisitRow[] = [];
  reader.eachRow((row) => {
    if (!['household', 'licence', 'date', 'name'].some((field) => reader.value(row, field) !== '')) return;
    const licence = reader.licence(row);
    const date = reader.date(row, 'date');
    visits.push({
      source: reader.source,
      row,
      who: reader.who(row, null, null),
      nameColumn: null,
      kind: 'list',
      household: reader.text(row, 'household'),
      licence: licence.text,
      ...(licence.faulty ? { licenceLost: true } : {}),
      date: date.date,
      inspector: reader.text(row, 'inspector'),
      findings: [],
      total: null,
      score: null,
      itemScores: [],
      faulty: licence.faulty || date.faulty,
    });
  });
  return visits;
}

/** Reads a list of findings: a row a finding, at a household of a person. */
export function readFindingList(reader: SheetReader): FindingRow[] {
  const rows: FindingRow[] = [];
  reader.eachRow((row) => {
    const filled = ['household', 'licence', 'name', 'item', 'deduction', 'findingCount'];
    if (!filled.some((field) => reader.value(row, field) !== '')) return;
    const who = reader.who(row, null, null);
    const licence = reader.licence(row);
    const date = reader.date(row, 'date');
    const read = findingAt(reader, row, who);
    rows.push({
      source: reader.source,
      row,
      who,
      nameColumn: null,
      household: reader.text(row, 'household'),
      licence: licence.text,
      ...(licence.faulty ? { licenceLost: true } : {}),
      date: date.date,
      finding: read.finding,
      ...(read.rowFault ? { rowFault: read.rowFault } : {}),
      faulty: read.faulty || licence.faulty || date.faulty,
    });
  });
  return rows;
}

interface ReadFinding {
  readonly finding: Finding | null;
  readonly faulty: boolean;
  readonly rowFault?: FindingRow['rowFault'];
}

function findingAt(reader: SheetReader, row: number, who: Who): ReadFinding {
  const field = deductionField(reader, row);
  if (saysNothing(reader, row, field)) return { finding: null, faulty: false };
  if (isItemLost(reader, row)) return { finding: null, faulty: true };
  const rule = ruleOf(reader, row, who);
  if ('code' in rule) return { finding: null, faulty: true, rowFault: rule };
  if (field === null) return { finding: null, faulty: false };
  const column = reader.column(field)!;
  if (isBlank(reader, row, column)) return noPoints(reader, row, column, rule);
  const questions = reader.context.vocabulary.scheme.words.yesQuestions;
  if (field === 'deduction') comparePoints(reader, row, rule);
  return deductionAt(reader, row, column, reader.value(row, field), rule, {
    counts: field === 'findingCount' || reader.layout.answer?.deductions === 'count',
    asks: questions.some((word) => normaliseHeader(rule.title).includes(word)),
    note: reader.text(row, 'note'),
  });
}

function isBlank(reader: SheetReader, row: number, column: number): boolean {
  if (reader.layout.sheet.uncalculated.has(cellKey(row, column))) return false;
  return compact(String(reader.at(row, column))) === '';
}

/** A row that names a rule says that something was found there; without points nobody knows what it costs. */
function noPoints(reader: SheetReader, row: number, column: number, rule: PerFinding): ReadFinding {
  reader.context.report('missing-input', {
    cell: reader.cell(row, column),
    clause: rule.clause,
    expected: `扣分数,${rule.points} 的倍数`,
    message: `这一行写了“${rule.title}”,却没有写扣分。请补上;确实不扣分就写 0。`,
  });
  return { finding: null, faulty: true };
}

/** Where points and a number of faults both stand, they are to agree; the points count. */
export function comparePoints(reader: SheetReader, row: number, rule: PerFinding): void {
  const column = reader.column('findingCount');
  const count = plainNumber(reader.value(row, 'findingCount'));
  const points = plainNumber(reader.value(row, 'deduction'));
  if (
    column === undefined ||
    count === null ||
    points === null ||
    reader.layout.answer?.deductions === 'count'
  )
    return;
  const expected = count * rule.points;
  if (Math.abs(Math.abs(points) - expected) < 0.005) return;
  reader.context.report('row-total-differs', {
    cell: reader.cell(row, column),
    clause: rule.clause,
    received: String(count),
    expected: String(Math.abs(points) / rule.points),
    message: `“${rule.title}”${count} 处应扣 ${expected} 分,扣分写的是 ${points}。计分只看扣分,请核对本行。`,
  });
}

/** A household without a finding may stand in the list too: item and points are blank, 无, / or 0. */
function saysNothing(reader: SheetReader, row: number, field: 'deduction' | 'findingCount' | null): boolean {
  const { nothing } = reader.context.deductions;
  const item = compact(reader.text(row, 'item'));
  if (item === '' && isItemLost(reader, row)) return false;
  if (item !== '' && item !== '-' && !nothing.has(item)) return false;
  const column = field === null ? undefined : reader.column(field);
  if (field === null || column === undefined) return true;
  const raw = reader.value(row, field);
  if (raw === '') return !reader.layout.sheet.uncalculated.has(cellKey(row, column));
  return raw === 0 || (typeof raw === 'string' && (compact(raw) === '-' || nothing.has(compact(raw))));
}

/** 扣分 where it is filled or stands alone, else 项数. */
export function deductionField(reader: SheetReader, row: number): 'deduction' | 'findingCount' | null {
  const points = reader.column('deduction') !== undefined;
  const counts = reader.column('findingCount') !== undefined;
  if (points && (!counts || reader.value(row, 'deduction') !== '')) return 'deduction';
  return counts ? 'findingCount' : null;
}

/** Whether nothing says which rule a row means: the column is missing or in doubt, or the cell cannot be read. Reported. */
export function isItemLost(reader: SheetReader, row: number): boolean {
  const column = reader.column('item');
  return column === undefined || reader.brokenAt(row, column, 'item');
}

/** The rule that a 条款 cell means in the row's post; what is to be reported where it is none or several. */
export function ruleOf(
  reader: SheetReader,
  row: number,
  who: Who,
): PerFinding | NonNullable<FindingRow['rowFault']> {
  const { vocabulary } = reader.context;
  const text = reader.text(row, 'item');
  const post = who.post;
  const claim = text === '' ? null : vocabulary.ruleClaim(text, post);
  const rules = (claim?.indicators ?? []).map((id) => vocabulary.rule(id)!);
  const fitting = post === null ? rules : rules.filter((rule) => rule.posts.includes(post));
  if (fitting.length === 1) return fitting[0]!;
  const postName = vocabulary.scheme.posts.find((each) => each.id === post)?.name ?? '';
  const known = vocabulary.findings.filter((rule) => post === null || rule.posts.includes(post));
  const candidates = (fitting.length > 1 ? fitting : known)
    .map((rule) => `${rule.id} ${rule.title}`)
    .join('、');
  const shown = text === '' ? '空白' : `“${text}”`;
  const details = {
    cell: reader.cell(row, reader.column('item')!),
    received: text === '' ? null : text,
    expected: candidates,
    message: `这里写的是${shown},${fitting.length > 1 ? '可能是几条规则' : `不是${postName}的测评项目`}。请写编号或完整名称:${candidates}。`,
  };
  return { code: 'header-ambiguous', details };
}
