import { HostEndpoint, type EndpointLimits } from '../executor';
import type { WorkbookModel } from '../model';
import { loadExcel, type LoadOptions } from './load-excel';

/**
 * Opens the workbook in the emulated Excel and puts the real library's globals (`Excel`, `Office`, `OfficeExtension`) in
 * place, as office.js does in a page. The endpoint counts the round trips and fails when told to.
 */
export function openInExcel(
  workbook: WorkbookModel,
  options: LoadOptions & { limits?: EndpointLimits } = {},
): HostEndpoint {
  const endpoint = new HostEndpoint(workbook, options.limits);
  const { Excel, Office, OfficeExtension } = loadExcel(endpoint, options);
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return endpoint;
}
