import type { Demo } from './demo';

/** What a page did that could reach another machine, or that its policy refused. */
export interface Watched {
  /** `kind address` of each: fetch, beacon, socket, worker ... */
  readonly reached: readonly string[];
  /** `directive address` of what the content security policy refused. */
  readonly refused: readonly string[];
}

declare global {
  interface Window {
    watched?: { reached: string[]; refused: string[] };
  }
}

/**
 * Runs in every frame before anything else: notes each way out of a page that a script has, beside what the browser
 * itself reports as a request.
 */
export function watchPage(): void {
  const watched = { reached: [] as string[], refused: [] as string[] };
  window.watched = watched;
  const note = (kind: string, address: unknown): void => {
    const url = address instanceof Request ? address.url : String(address);
    watched.reached.push(`${kind} ${new URL(url, location.href).href}`);
  };
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    watched.refused.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`),
  );
  const { fetch: plainFetch } = window;
  window.fetch = (...args) => {
    note('fetch', args[0]);
    return plainFetch(...args);
  };
  const beacon = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (url, data) => {
    note('beacon', url);
    return beacon(url, data);
  };
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    note('xhr', args[1]);
    Reflect.apply(open, this, args);
  };
  const constructors = window as unknown as Record<
    string,
    new (address: unknown, ...more: unknown[]) => object
  >;
  for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'WebTransport']) {
    const plain = constructors[name];
    if (!plain) continue;
    constructors[name] = new Proxy(plain, {
      construct: (target, args: [unknown]) => {
        note(name, args[0]);
        return Reflect.construct<[unknown], object>(target, args);
      },
    });
  }
  const { RTCPeerConnection: plainPeer } = window;
  window.RTCPeerConnection = new Proxy(plainPeer, {
    construct: (target, args) => {
      note('peer', location.href);
      return Reflect.construct<typeof args, RTCPeerConnection>(target, args);
    },
  });
}

/** What all frames of the demo have done so far. */
export async function watchedIn({ page }: Demo): Promise<Watched> {
  const frames = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => window.watched ?? null)),
  );
  const known = frames.filter((one) => one !== null);
  if (known.length < 2) throw new Error('page and pane were not watched');
  return {
    reached: known.flatMap(({ reached }) => reached),
    refused: known.flatMap(({ refused }) => refused),
  };
}
