/** Serves a site over https on this machine; takes the next port where one is busy. */
export function serve(
  site: {
    folders: [string, string][];
    files: Record<string, string>;
    workbookName: string;
    headers?: Record<string, string>;
  },
  options: { port: number; certificateFolder: string },
): Promise<{ url: string; port: number; certificate: string; close(): Promise<void> }>;
