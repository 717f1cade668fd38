/** Attributes of a tag by name, with the five named entities resolved. */
export type Attributes = Readonly<Record<string, string>>;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

export function unescapeXml(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => ENTITIES[name]!);
}

export function attributes(tag: string): Attributes {
  const pairs = [...tag.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, key, value]) => [key!, unescapeXml(value!)]));
}

/** Attributes of each tag of this name, in their order, whatever its namespace prefix. */
export function tags(xml: string, name: string): Attributes[] {
  const found = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)?>`, 'g'));
  return [...found].map(([, rest]) => attributes(rest ?? ''));
}

/** Texts of the elements of this name, tags and all; elements of one name must not be nested. */
export function elements(xml: string, name: string): string[] {
  const found = xml.matchAll(
    new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</(?:\\w+:)?${name}>)`, 'g'),
  );
  return [...found].map(([all]) => all);
}

/** Whether a boolean attribute or element value is on. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
