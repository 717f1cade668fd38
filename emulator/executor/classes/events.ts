import type { ClassSpec } from '../remote';

/** The methods by which office.js starts and ends each of the named events of an object. */
export function eventMethods<T>(
  targetId: (self: T) => string,
  events: readonly string[],
): NonNullable<ClassSpec<T>['methods']> {
  const members = events.flatMap((event) => [`_Register${event}Event`, `_Unregister${event}Event`]);
  return Object.fromEntries(
    members.map((member) => [
      member,
      (self: T, _args: readonly unknown[], session) => void session.register(member, targetId(self)),
    ]),
  );
}
