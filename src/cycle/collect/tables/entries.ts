import type { CellValue, Scheme, SheetDefinition } from '../../../model';
import type { DataTables, DataValue } from '../../../workbook/dataTables';
import { sheetColumns } from '../columns';
import { ownName } from '../units';
import { COMPLAINTS, FIGURES, FINDINGS, ROSTER, VISITS } from './schema';

/** A row that was collected: its values in the order of `sheetColumns`, and where it came from. */
export interface CollectedEntry {
  readonly unit: string;
  readonly file: string;
  readonly place: string;
  readonly values: readonly CellValue[];
}

type Values = (id: string) => CellValue;

/** Fields of a row of figures that say whose it is, and no figure. */
const NO_FIGURES: ReadonlySet<string> = new Set(['sequence', 'department', 'name', 'post', 'note']);

/** Writes collected rows as tables for other programs, each as it comes. */
export class EntryTables {
  private readonly visits;
  private readonly findings;
  private readonly figures;
  private readonly complaints;
  private readonly roster;
  private readonly columns = new Map<string, ReadonlyMap<string, number>>();
  private readonly rules: ReadonlySet<string>;

  /** `withHouseholds`: customers' names and licences go along. */
  constructor(
    private readonly scheme: Scheme,
    tables: DataTables,
    private readonly withHouseholds: boolean,
  ) {
    this.visits = tables.table(VISITS);
    this.findings = tables.table(FINDINGS);
    this.figures = tables.table(FIGURES);
    this.complaints = tables.table(COMPLAINTS);
    this.roster = tables.table(ROSTER);
    this.rules = new Set(scheme.indicators.filter(({ kind }) => kind === 'perFinding').map(({ id }) => id));
  }

  row(definition: SheetDefinition, entry: CollectedEntry): void {
    const value = this.valuesOf(definition, entry.values);
    const post = this.scheme.posts.find(({ id }) => id === definition.post)?.name ?? text(value('post'));
    const whose = [
      entry.unit,
      entry.file,
      entry.place,
      ownName(entry.unit, text(value('department'))),
      text(value('name')),
      post,
    ] as const;
    switch (definition.kind) {
      case 'roster':
        this.roster([...whose, text(value('area')), whole(value('areaCustomers')), value('isHead') !== '']);
        return;
      case 'matrix':
      case 'visits':
        return this.visit(definition, whose, value);
      case 'findings':
        this.finding(whose, value, text(value('item')), value('deduction'));
        return;
      case 'measures':
        return this.measures(definition, whose, value);
      case 'register':
        this.complaints([
          ...whose,
          day(value('receivedDate')),
          text(value('verdict')),
          this.customer(value('household')),
        ]);
        return;
      default:
        throw new RangeError(`nothing is collected into sheets of the kind ${definition.kind}`);
    }
  }

  private valuesOf(definition: SheetDefinition, values: readonly CellValue[]): Values {
    let columns = this.columns.get(definition.id);
    if (!columns) {
      columns = new Map(sheetColumns(this.scheme, definition).map(({ id }, index) => [id, index]));
      this.columns.set(definition.id, columns);
    }
    const known = columns;
    return (id) => values[known.get(id) ?? -1] ?? '';
  }

  private visit({ id }: SheetDefinition, whose: readonly DataValue[], value: Values): void {
    this.visits([...whose, ...this.household(value)]);
    for (const rule of this.columns.get(id)!.keys()) {
      if (!this.rules.has(rule)) continue;
      const lost = value(rule);
      if (lost !== '' && lost !== 0) this.finding(whose, value, rule, lost);
    }
  }

  private finding(whose: readonly DataValue[], value: Values, rule: string, lost: CellValue): void {
    const points = typeof lost === 'number' ? lost : null;
    this.findings([...whose, ...this.household(value), rule, points, points === null ? text(lost) : null]);
  }

  private measures({ fields }: SheetDefinition, whose: readonly DataValue[], value: Values): void {
    for (const field of fields) {
      const entered = value(field);
      if (NO_FIGURES.has(field) || entered === '') continue;
      const number = typeof entered === 'number' ? entered : null;
      this.figures([...whose, field, number, number === null ? text(entered) : null]);
    }
  }

  private household(value: Values): DataValue[] {
    return [day(value('date')), this.customer(value('household')), this.customer(value('licence'))];
  }

  private customer(value: CellValue): DataValue {
    return this.withHouseholds && value !== '' ? text(value) : null;
  }
}

function text(value: CellValue): string {
  return String(value);
}

function day(value: CellValue): number | null {
  return typeof value === 'number' ? value : null;
}

function whole(value: CellValue): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}
