/** Builds what has changed and serves the demo over https on this machine; port 0 takes any free one. */
export function startDemo(options: { workbook: string; port: number; apart?: boolean }): Promise<{
  url: string;
  port: number;
  certificate: string;
  close(): Promise<void>;
}>;
