/**
 * Which radio of a group the Tab key stops at: the chosen one, else the first; the arrow keys go on from there. Browsers
 * do so by themselves, but office.js leads the Tab key to every radio that is not taken out of its way.
 */
export function radioStop<Value>(values: readonly Value[], chosen: Value): (value: Value) => 0 | -1 {
  const stop = values.includes(chosen) ? chosen : values[0];
  return (value) => (value === stop ? 0 : -1);
}
