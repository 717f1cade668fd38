import { answerQuery, wireName } from './query';
import { httpStatus, invalidReference, itemNotFound, WireError } from './errors';
import { Remote } from './remote';
import type { EventEntry, ExcelSession } from './session';
import { workbookClass } from './classes/workbook';
import { rangeClass } from './classes/range';
import { internalService } from './classes/internal-service';
import {
  ActionType,
  PathType,
  type ActionInfo,
  type ArgumentInfo,
  type ErrorInfo,
  type PathInfo,
  type RequestBody,
  type ResponseBody,
} from './wire';

export interface Executed {
  readonly response: ResponseBody;
  /** To be sent after the response. */
  readonly events: readonly EventEntry[];
}

/** Called before each action; may throw a `WireError`. */
export type Interceptor = (action: ActionInfo, index: number) => void;

/** Runs one batch of office.js against the session's workbook; a failing action ends it and what was done stays. */
export function execute(
  session: ExcelSession,
  body: RequestBody,
  before: Interceptor = () => undefined,
): Executed {
  return new Batch(session, body, before).run();
}

class Batch {
  /** Objects by path id; `null` is a null object. */
  private readonly objects = new Map<number, Remote | null>();

  constructor(
    private readonly session: ExcelSession,
    private readonly body: RequestBody,
    private readonly before: Interceptor,
  ) {}

  run(): Executed {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    let failure: ErrorInfo | undefined;
    this.session.begin();
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        this.before(action, index);
        results.push({ ActionId: action.Id, Value: this.act(action) ?? null });
        if (action.ActionType === ActionType.Trace) traces.push(action.Id);
      } catch (error) {
        failure = this.describeFailure(error, action, index);
        break;
      }
    }
    const events = this.session.end();
    const response = { Results: results, TraceIds: traces, ...(failure ? { Error: failure } : {}) };
    return { response, events };
  }

  private describeFailure(error: unknown, action: ActionInfo, index: number): ErrorInfo {
    const known = error instanceof WireError ? error : new WireError('GeneralException', String(error));
    const location = known.location || this.locate(action);
    return {
      Code: known.code,
      Message: known.message,
      Location: location,
      ActionIndex: index,
      HttpStatusCode: httpStatus(known.code),
    };
  }

  /** `Class.member` of what the action was about, as far as it got. */
  private locate(action: ActionInfo): string {
    const object = this.objects.get(action.ObjectPathId);
    if (object) return `${object.className}.${action.Name}`;
    const path = this.body.ObjectPaths[String(action.ObjectPathId)];
    const parent = this.objects.get(path?.ParentObjectPathId ?? 0);
    return `${parent?.className ?? ''}.${path?.Name || 'getItem'}`;
  }

  private act(action: ActionInfo): unknown {
    if (action.ActionType === ActionType.Trace) return null;
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object && object.identity();
      case ActionType.Query:
      case ActionType.QueryAsJson:
        this.session.settle();
        return object && answerQuery(object, action.QueryInfo);
      case ActionType.Method:
        // The library itself asks for a reference to whatever may turn out to be a null object.
        if (!object && action.Name === '_KeepReference') return null;
        return this.callMethod(this.present(object, action), action);
      case ActionType.SetProperty:
        return this.present(object, action).write(action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
      case ActionType.Update:
        return this.update(this.present(object, action), action);
      case ActionType.EnsureUnchanged:
        return null;
      default:
        throw new WireError('NotImplemented', `action type ${action.ActionType}`);
    }
  }

  private present(object: Remote | null, action: ActionInfo): Remote {
    if (!object) throw itemNotFound(`${action.Name} of a null object`);
    return object;
  }

  private callMethod(object: Remote, action: ActionInfo): unknown {
    this.session.settle();
    const result = object.call(action.Name, this.argumentsOf(action.ArgumentInfo));
    return result instanceof Remote ? result.identity() : result;
  }

  private update(object: Remote, action: ActionInfo): null {
    const [properties] = this.argumentsOf(action.ArgumentInfo);
    for (const [name, value] of Object.entries(properties as object)) object.write(wireName(name), value);
    return null;
  }

  private argumentsOf(info: ArgumentInfo | undefined): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const reference = references[index];
      if (Array.isArray(reference)) {
        return reference.map((id, at) => (id ? this.resolve(Number(id)) : (value as unknown[])[at]));
      }
      return reference ? this.resolve(Number(reference)) : value;
    });
  }

  private resolve(id: number): Remote | null {
    const known = this.objects.get(id);
    if (known !== undefined) return this.alive(known);
    const path = this.body.ObjectPaths[String(id)];
    if (!path)
      throw new WireError(
        'InvalidObjectPath',
        `The object path '${id}' isn't working for what you are doing`,
      );
    const object = this.reach(path);
    this.objects.set(id, object);
    return object;
  }

  private alive(object: Remote | null): Remote | null {
    const self = object?.self as { gone?: unknown } | undefined;
    if (self?.gone === true) throw invalidReference('the range is gone');
    return object;
  }

  private reach(path: PathInfo): Remote | null {
    const { session } = this;
    if (path.ObjectPathType === PathType.Global) return session.wrap(workbookClass, session.workbook);
    if (path.ObjectPathType === PathType.NullObject) return null;
    if (path.ObjectPathType === PathType.NewObject) return internalService(path.Name, session);
    if (path.ObjectPathType === PathType.ReferenceId) return this.referenced(path.Name);
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const args = this.argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.Property) return parent.child(path.Name);
    if (path.ObjectPathType === PathType.Indexer) return parent.item(args[0]);
    const result = parent.call(path.Name, args);
    return result instanceof Remote ? result : null;
  }

  private referenced(id: string): Remote {
    const target = this.session.references.get(id);
    if (!target || target.gone) throw invalidReference(id);
    return this.session.wrap(rangeClass, target);
  }
}
