interface HelperUtilities {
  readonly log: (error: object) => void;
}

interface OfficeHelpers {
  readonly Utilities?: HelperUtilities;
}

let helpers: Promise<OfficeHelpers> | null = null;

/**
 * Writes an error of Excel with its debug information to the console, by the log of office-js-helpers. That library is
 * large, old and seldom needed: it is loaded when the first error comes, and this file alone knows it.
 */
export async function logHostFailure(error: object): Promise<void> {
  try {
    helpers ??= import('@microsoft/office-js-helpers') as Promise<OfficeHelpers>;
    (await helpers).Utilities?.log(error);
  } catch {
    // Failing to log must not hide the error that was to be logged: that one is thrown on.
    helpers = null;
  }
}
