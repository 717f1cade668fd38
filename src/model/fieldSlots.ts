/*
 * Each field that comes up has a small number of its own, whatever scheme it is of, so that figures are found by position
 * and not by name: each person of a province is asked for twenty figures, many times over.
 */

const slots = new Map<string, number>();
const fields: string[] = [];

/** The number of a field, 0-based; the same for the same id as long as the program runs, and only that long. */
export function slotOf(field: string): number {
  let slot = slots.get(field);
  if (slot === undefined) {
    slots.set(field, (slot = fields.length));
    fields.push(field);
  }
  return slot;
}

/** The field of such a number. */
export function fieldOfSlot(slot: number): string {
  return fields[slot]!;
}
