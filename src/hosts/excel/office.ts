export type HostKind = 'excel' | 'other' | 'none';

export interface OfficeColors {
  readonly bodyBackground: string;
  readonly bodyForeground: string;
  readonly controlBackground: string;
  readonly controlForeground: string;
}

/** What the pane has to know of the Office it runs in. */
export interface OfficeStart {
  /** `none` outside Office: the page was opened in an ordinary browser. */
  readonly host: HostKind;
  /** `OfficeOnline`, `PC`, `Mac`, ...; `null` outside Office. */
  readonly platform: string | null;
  /** Display language such as `zh-CN`. */
  readonly locale: string;
  /** `#RRGGBB` colours; `null` where the host gives none (Excel on the web): ask `prefers-color-scheme`. */
  readonly theme: OfficeColors | null;
  /** The lowest set of functions that is needed (ExcelApi 1.9) is there. */
  readonly supported: boolean;
}

/** Waits for office.js; where it is not loaded at all, says `none` at once. */
export async function startOffice(): Promise<OfficeStart> {
  if (typeof Office === 'undefined') return outside();
  const { host, platform } = await Office.onReady();
  if (!host) return outside();
  const isExcel = String(host) === 'Excel';
  return {
    host: isExcel ? 'excel' : 'other',
    platform: platform ? String(platform) : null,
    locale: Office.context.displayLanguage || navigator.language,
    theme: officeTheme(),
    supported: isExcel && Office.context.requirements.isSetSupported('ExcelApi', '1.9'),
  };
}

function outside(): OfficeStart {
  const locale = typeof navigator === 'undefined' ? 'zh-CN' : navigator.language;
  return { host: 'none', platform: null, locale, theme: null, supported: false };
}

function officeTheme(): OfficeColors | null {
  const theme = (Office.context as { officeTheme?: Office.OfficeTheme }).officeTheme;
  if (!theme?.bodyBackgroundColor) return null;
  return {
    bodyBackground: theme.bodyBackgroundColor,
    bodyForeground: theme.bodyForegroundColor,
    controlBackground: theme.controlBackgroundColor,
    controlForeground: theme.controlForegroundColor,
  };
}

/** What a ribbon button starts; `completed` must be called however it ends. */
export type RibbonHandler = (done: () => void) => void;

/** Ties the function names of the manifest to their handlers. */
export function registerCommands(handlers: Readonly<Record<string, RibbonHandler>>): void {
  for (const [name, handler] of Object.entries(handlers)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => handler(() => event.completed()));
  }
}

/** Brings the task pane to the front, where the shared runtime lets an add-in do so; `false` where it does not. */
export async function showPane(): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return false;
  await Office.addin.showAsTaskpane();
  return true;
}
