import type { Area } from '../../src/model';
import type { SheetModel, WorkbookModel } from '../model';
import { WireError } from './errors';

/** An area of a sheet that moves along when rows or columns come and go. */
export interface RangeTarget {
  readonly sheet: SheetModel;
  area: Area;
  gone: boolean;
}

/** What the classes of the object model need of the add-in's session. */
export interface Session {
  readonly workbook: WorkbookModel;
  /** Largest number of cells of which `values` and the like are given; above it they are `null`. */
  readonly cellLimit: number;
  wrap<T>(spec: ClassSpec<T>, self: T): Remote;
  range(sheet: SheetModel, area: Area): Remote;
  worksheet(sheet: SheetModel): Remote;
  /** Keeps the range over the end of the request; gives the reference's id. */
  keep(target: RangeTarget): string;
  referenceOf(target: RangeTarget): string | null;
  /** `null` for all. */
  release(id: string | null): void;
  referenceCount(): number;
  /** Notes that cells changed; formulas are computed when somebody reads, events go out when the request is over. */
  note(sheet: SheetModel, area: Area, changeType?: string): void;
  /** `member` is `_RegisterDataChangedEvent` or the like; `false` where there is no such event. */
  register(member: string, targetId: string): boolean;
}

export interface Scalar<T> {
  readonly get: (self: T, session: Session) => unknown;
  /** Absent for a read-only property. */
  readonly set?: (self: T, value: unknown, session: Session) => void;
}

/** What a class of the object model offers; names as on the wire (`GetRange`, `Values`). What is absent is not there. */
export interface ClassSpec<T> {
  readonly name: string;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly objects?: Readonly<Record<string, (self: T, session: Session) => Remote | null>>;
  /** May give an object, `null` (a null object), a plain value, or nothing. */
  readonly methods?: Readonly<
    Record<string, (self: T, args: readonly unknown[], session: Session) => unknown>
  >;
  /** Makes the class a collection. */
  readonly items?: (self: T, session: Session) => readonly Remote[];
  readonly indexer?: (self: T, key: unknown, session: Session) => Remote;
  /** What comes back when the object is first reached. */
  readonly identity?: (self: T, session: Session) => Readonly<Record<string, unknown>>;
}

/** One object of the workbook as the add-in sees it. */
export class Remote {
  private constructor(
    readonly className: string,
    /** What it stands for; compare by `is`. */
    readonly self: unknown,
    private readonly spec: ClassSpec<unknown>,
    private readonly session: Session,
  ) {}

  static of<T>(spec: ClassSpec<T>, self: T, session: Session): Remote {
    return new Remote(spec.name, self, spec as ClassSpec<unknown>, session);
  }

  private unknown(member: string): WireError {
    return new WireError(
      'ApiNotFound',
      `The API you are trying to use could not be found: ${this.className}.${member}`,
      `${this.className}.${member}`,
    );
  }

  get scalarNames(): readonly string[] {
    return Object.keys(this.spec.scalars ?? {});
  }

  hasScalar(name: string): boolean {
    return Object.hasOwn(this.spec.scalars ?? {}, name);
  }

  read(name: string): unknown {
    if (!this.hasScalar(name)) throw this.unknown(name);
    return this.spec.scalars![name]!.get(this.self, this.session);
  }

  write(name: string, value: unknown): void {
    const setter = this.hasScalar(name) ? this.spec.scalars![name]!.set : undefined;
    if (!setter) throw this.unknown(name);
    setter(this.self, value, this.session);
  }

  child(name: string): Remote | null {
    if (!Object.hasOwn(this.spec.objects ?? {}, name)) throw this.unknown(name);
    return this.spec.objects![name]!(this.self, this.session);
  }

  call(name: string, args: readonly unknown[]): unknown {
    if (!Object.hasOwn(this.spec.methods ?? {}, name)) throw this.unknown(name);
    return this.spec.methods![name]!(this.self, args, this.session);
  }

  /** The members of a collection, `null` for any other object. */
  items(): readonly Remote[] | null {
    return this.spec.items ? this.spec.items(this.self, this.session) : null;
  }

  item(key: unknown): Remote {
    if (!this.spec.indexer) throw this.unknown('getItem');
    return this.spec.indexer(this.self, key, this.session);
  }

  identity(): Readonly<Record<string, unknown>> {
    return this.spec.identity ? this.spec.identity(this.self, this.session) : {};
  }
}
