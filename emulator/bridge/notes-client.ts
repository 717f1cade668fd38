/** The parts of the library that its own classes are made of. */
interface Internals {
  readonly ClientObject: new (context: unknown, path: unknown) => Base;
  readonly BatchApiHelper: {
    createPropertyObject(
      type: Maker,
      parent: Base,
      name: string,
      isCollection: boolean,
      flags: number,
    ): unknown;
    createIndexerObject(type: Maker, parent: Base, args: readonly unknown[]): unknown;
    createChildItemObject(type: Maker, hasIndexer: boolean, parent: Base, item: unknown, index: number): Base;
    createMethodObject(
      type: Maker,
      parent: Base,
      name: string,
      operation: number,
      args: readonly unknown[],
      isCollection: boolean,
      isInvalidAfterRequest: boolean,
      getById: string | null,
      flags: number,
    ): unknown;
    invokeMethod(
      parent: Base,
      name: string,
      operation: number,
      args: readonly unknown[],
      flags: number,
    ): void;
  };
  readonly Utility: { load(object: Base, options: unknown): unknown };
}

interface Base {
  _handleResult(value: unknown): void;
}

type Maker = new (context: unknown, path: unknown) => Base;

/** Operations that change something and such that only read. */
const [WRITES, READS] = [0, 1];
/** What is read stays the same object over requests. */
const STEADY = 4;

function field(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null)?.[name];
}

function noteClasses({ ClientObject, BatchApiHelper, Utility }: Internals, range: Maker): Maker {
  class Note extends ClientObject {
    content: unknown;

    getLocation(): unknown {
      return BatchApiHelper.createMethodObject(
        range,
        this,
        'GetLocation',
        READS,
        [],
        false,
        true,
        null,
        STEADY,
      );
    }

    delete(): void {
      BatchApiHelper.invokeMethod(this, 'Delete', WRITES, [], 0);
    }

    override _handleResult(value: unknown): void {
      super._handleResult(value);
      this.content = field(value, 'Content') ?? this.content;
    }
  }
  return class NoteCollection extends ClientObject {
    readonly _isCollection = true;
    items: unknown[] = [];

    add(cell: unknown, content: unknown): unknown {
      const args = [cell, content];
      return BatchApiHelper.createMethodObject(Note, this, 'Add', WRITES, args, false, true, null, 0);
    }

    getItem(key: string): unknown {
      return BatchApiHelper.createIndexerObject(Note, this, [key]);
    }

    load(options: unknown): unknown {
      return Utility.load(this, options);
    }

    override _handleResult(value: unknown): void {
      super._handleResult(value);
      const found = field(value, '_Items');
      if (!Array.isArray(found)) return;
      this.items = found.map((item: unknown, index) => {
        const note = BatchApiHelper.createChildItemObject(Note, false, this, item, index);
        note._handleResult(item);
        return note;
      });
    }
  };
}

/**
 * Adds `worksheet.notes` to the library: the version of @microsoft/office-js in the package registry has none, though
 * ExcelApi 1.18 asks for it; that Microsoft's own address serves it was not checked. A stand-in after the documentation, made of the
 * library's own building blocks; what goes over the wire is not known from a real Excel.
 */
export function addNotesClient(excel: typeof Excel, extension: typeof OfficeExtension): void {
  if ('notes' in excel.Worksheet.prototype) return;
  const internals = extension as unknown as Internals;
  const collection = noteClasses(internals, excel.Range as unknown as Maker);
  Object.defineProperty(excel.Worksheet.prototype, 'notes', {
    configurable: true,
    get(this: Base) {
      return internals.BatchApiHelper.createPropertyObject(collection, this, 'Notes', true, STEADY);
    },
  });
}
