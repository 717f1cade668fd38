/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4). */
const K = constants(64, 3);
/** Those of the square roots of the first 8 primes. */
const START = constants(8, 2);

function constants(count: number, root: 2 | 3): Uint32Array {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (isPrime(number)) found.push(fraction(number, root));
  }
  return Uint32Array.from(found);
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return true;
}

/** The first 32 bits behind the point of a root, by halving: exact, where Math.cbrt is not promised to be. */
function fraction(number: number, root: 2 | 3): number {
  const scale = BigInt(number) << BigInt(32 * root);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(root) <= scale) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits; at once, where `crypto.subtle` makes one wait. */
export function sha256Text(text: string): string {
  const message = padded(new TextEncoder().encode(text));
  const view = new DataView(message.buffer);
  const state = Uint32Array.from(START);
  const words = new Uint32Array(64);
  for (let at = 0; at < message.length; at += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(at + i * 4);
    extend(words);
    compress(state, words);
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The message with its end mark and its length in bits, a multiple of 64 bytes. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const message = new Uint8Array(length);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const bits = BigInt(bytes.length) * 8n;
  new DataView(message.buffer).setBigUint64(length - 8, bits);
  return message;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function extend(words: Uint32Array): void {
  for (let i = 16; i < 64; i += 1) {
    const early = words[i - 15]!;
    const late = words[i - 2]!;
    const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[i] = words[i - 16]! + first + words[i - 7]! + second;
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  const [s0, s1, s2, s3, s4, s5, s6, s7] = state as unknown as number[];
  let [a, b, c, d] = [s0!, s1!, s2!, s3!];
  let [e, f, g, h] = [s4!, s5!, s6!, s7!];
  for (let i = 0; i < 64; i += 1) {
    const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const choice = (e & f) ^ (~e & g);
    const one = (h + mixed + choice + K[i]! + words[i]!) | 0;
    const spread = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (spread + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = state[index]! + word));
}
