/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  return sha256Bytes(new TextEncoder().encode(text));
}

/** SHA-256 of bytes, 64 hexadecimal digits. */
export async function sha256Bytes(content: Uint8Array): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new Uint8Array(content));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON with the keys of all objects in order, so that equal data gives equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(
      Object.entries(each).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
    );
  });
}
