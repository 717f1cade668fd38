import { type CellValue, isTwelveDigits } from '../../../model';
import { compact } from './text';

/** A licence number as read. `lost` digits are an error, another length than 12 digits a warning. */
export type LicenceReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'licence'; readonly text: string; readonly wellFormed: boolean }
  | { readonly kind: 'lost' };

/** A number of more than 15 digits has lost some in Excel, a text in scientific notation too. */
export function readLicence(raw: CellValue): LicenceReading {
  if (raw === '' || typeof raw === 'boolean') return { kind: 'blank' };
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw) || Math.abs(raw) >= 1e15) return { kind: 'lost' };
    const text = Number.isInteger(raw) ? raw.toFixed(0) : String(raw);
    return { kind: 'licence', text, wellFormed: isTwelveDigits(text) };
  }
  if (isTwelveDigits(raw)) return { kind: 'licence', text: raw, wellFormed: true };
  const text = compact(raw);
  if (text === '') return { kind: 'blank' };
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return { kind: 'lost' };
  return { kind: 'licence', text, wellFormed: isTwelveDigits(text) };
}
