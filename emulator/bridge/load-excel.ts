import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { createNativeBridge } from './in-process';
import { addNotesClient } from './notes-client';
import type { HostEndpoint } from '../executor';

/** What the real library puts at an add-in's disposal. */
export interface LoadedExcel {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: typeof Office;
}

export interface LoadOptions {
  /** Highest version of each requirement set; sets that are absent are not supported. */
  readonly sets?: Readonly<Record<string, string>>;
  readonly locale?: string;
}

const SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  CustomXmlParts: '1.1',
  DelayForCellEdit: '1.1',
};

const LIBRARY = '@microsoft/office-js/dist/excel-web-16.00.js';

let script: Script | null = null;

function versionAtLeast(have: string | undefined, wanted: string): boolean {
  if (have === undefined) return false;
  const [major = 0, minor = 0] = have.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

function officeStub({ sets = SETS, locale = 'zh-CN' }: LoadOptions): object {
  const isSetSupported = (name: string, version: string | number = '0'): boolean =>
    versionAtLeast(sets[name], String(version));
  const info = { host: 'Excel', platform: 'OfficeOnline' };
  return {
    context: {
      requirements: { isSetSupported },
      displayLanguage: locale,
      contentLanguage: locale,
      diagnostics: { host: 'Excel', platform: 'OfficeOnline', version: '16.0' },
      host: 'Excel',
      platform: 'OfficeOnline',
    },
    onReady: (callback?: (info: object) => void) =>
      Promise.resolve(info).then((one) => (callback?.(one), one)),
    HostType: { Excel: 'Excel' },
    PlatformType: { OfficeOnline: 'OfficeOnline', PC: 'PC', Mac: 'Mac' },
  };
}

/** As much of a browser as the library looks at while it loads. */
function browserStub(): Record<string, unknown> {
  const element = () => ({
    style: {},
    setAttribute: ignore,
    appendChild: ignore,
    getElementsByTagName: () => [],
  });
  const document = { URL: '', cookie: '', getElementsByTagName: () => [], createElement: element };
  return {
    OSF: {},
    location: { protocol: 'https:', search: '', hash: '', href: 'https://localhost/' },
    navigator: { userAgent: 'node' },
    document: { ...document, addEventListener: ignore, head: element(), body: element() },
    addEventListener: ignore,
  };
}

function ignore(): void {
  return undefined;
}

/**
 * Runs the unmodified excel-web library of @microsoft/office-js in a global of its own, joined to the endpoint. The
 * start-up of office.js (`Office.onReady`, `Office.context`) needs a browser and is a stand-in here. Promises, errors
 * and JSON are those of the caller, so that what the library gives out can be compared and caught as usual.
 */
export function loadExcel(endpoint: HostEndpoint, options: LoadOptions = {}): LoadedExcel {
  const scope: Record<string, unknown> = {
    ...browserStub(),
    setTimeout,
    clearTimeout,
    console,
    Error,
    Promise,
    JSON,
  };
  scope['window'] = scope;
  scope['_richApiNativeBridge'] = createNativeBridge(endpoint);
  script ??= new Script(readFileSync(require.resolve(LIBRARY), 'utf8'));
  script.runInNewContext(scope);
  // The library reads `window.Office` each time it asks for a requirement set.
  scope['Office'] = officeStub(options);
  const loaded = scope as unknown as LoadedExcel;
  if (versionAtLeast((options.sets ?? SETS)['ExcelApi'], '1.18'))
    addNotesClient(loaded.Excel, loaded.OfficeExtension);
  return loaded;
}
