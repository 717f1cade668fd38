/** Where the relations of a part stand; `''` for those of the package. */
export function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** `../media/x.png` seen from `xl/drawings/d.xml` → `xl/media/x.png`. */
export function resolvePath(from: string, target: string): string {
  const plain = target.replace(/\\/g, '/').replace(/#.*$/, '');
  const folders = plain.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of plain.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '' && step !== '.') folders.push(step);
  }
  return folders.join('/');
}
