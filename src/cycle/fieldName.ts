import type { Scheme } from '../model';

/** What a scheme calls a field; the id where it has none of that id. */
export function fieldName({ fields }: Pick<Scheme, 'fields'>, id: string): string {
  return fields.find((field) => field.id === id)?.name ?? id;
}
