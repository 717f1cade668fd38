/** Whether a background `#RRGGBB` calls for the dark theme; `null` where there is no such colour. */
export function lookOf(background: string | null): 'light' | 'dark' | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? '');
  if (!match) return null;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16));
  // Brightness as the eye weighs the three colours.
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! < 128 ? 'dark' : 'light';
}
