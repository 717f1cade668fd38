import type { AnyScheme } from '../../model';
import { settingsIn } from './blocks';
import type { Draft } from './draft';

/** What a sheet of rules is called by: title, number and version, those of the base where it does not say. */
export function readTexts<S extends AnyScheme>(
  draft: Draft<S>,
): Readonly<Record<'title' | 'number' | 'version', string>> {
  const settings = settingsIn(draft.sheet);
  const text = (name: 'title' | 'number' | 'version'): string => {
    const setting = settings.get(name);
    if (setting) draft.place(name, setting.cell);
    return String(setting?.value ?? draft.base[name]).trim();
  };
  return { title: text('title'), number: text('number'), version: text('version') };
}
