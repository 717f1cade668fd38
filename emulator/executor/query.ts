import type { QueryInfo } from './wire';
import type { Remote } from './remote';

/** What of an object was asked for: its own properties (or all of them), and of which children what. */
interface Wanted {
  all: boolean;
  readonly own: Set<string>;
  readonly children: Map<string, Wanted>;
}

function nothing(): Wanted {
  return { all: false, own: new Set(), children: new Map() };
}

/** `worksheet` → `Worksheet`: wire names are the JavaScript names with a capital. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function addPath(root: Wanted, path: string, all: boolean): void {
  const parts = path.split('/').map((part) => part.trim());
  let at = root;
  for (const part of parts.filter((one) => one !== 'items' && one !== '').slice(0, all ? undefined : -1)) {
    const name = wireName(part);
    const next = at.children.get(name) ?? nothing();
    at.children.set(name, next);
    at = next;
  }
  const last = parts.at(-1)!;
  if (all || last === 'items' || last === '$all' || last === '*') at.all = true;
  else at.own.add(wireName(last));
}

function wantedOf(query: QueryInfo | undefined): Wanted {
  const root = nothing();
  for (const path of query?.Select ?? []) addPath(root, path, false);
  for (const path of query?.Expand ?? []) addPath(root, path, true);
  if ((query?.Select ?? []).length === 0) root.all = true;
  return root;
}

function describe(remote: Remote, wanted: Wanted): unknown {
  const items = remote.items();
  if (!items) return describeOne(remote, wanted);
  const own = [...wanted.own].filter((name) => remote.hasScalar(name));
  const ofItems: Wanted = {
    ...wanted,
    own: new Set([...wanted.own].filter((name) => !remote.hasScalar(name))),
  };
  const value: Record<string, unknown> = Object.fromEntries(own.map((name) => [name, remote.read(name)]));
  value['_Items'] = items.map((item, index) => ({
    _Index: index,
    ...item.identity(),
    ...(describe(item, ofItems) as object),
  }));
  return value;
}

function describeOne(remote: Remote, wanted: Wanted): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const children = new Map(wanted.children);
  const names = wanted.all ? new Set([...remote.scalarNames, ...wanted.own]) : wanted.own;
  for (const name of names) {
    if (remote.hasScalar(name)) value[name] = remote.read(name);
    else children.set(name, { ...(children.get(name) ?? nothing()), all: true });
  }
  for (const [name, ofChild] of children) {
    const child = remote.child(name);
    value[name] = child && { ...child.identity(), ...(describe(child, ofChild) as object) };
  }
  return value;
}

/** The answer to a load: only what was asked for; a name that is not there fails with `ApiNotFound`. */
export function answerQuery(remote: Remote, query: QueryInfo | undefined): unknown {
  const value = describe(remote, wantedOf(query));
  const items = (value as { _Items?: unknown[] })._Items;
  if (!items || (query?.Skip === undefined && query?.Top === undefined)) return value;
  const first = query.Skip ?? 0;
  const last = query.Top === undefined ? undefined : first + query.Top;
  return { ...(value as object), _Items: items.slice(first, last) };
}
