import { TextDecoder, TextEncoder } from 'node:util';

// The browser that unit tests run in has neither; reading a sample file needs them as soon as it is loaded.
Object.assign(globalThis, { TextDecoder, TextEncoder });
