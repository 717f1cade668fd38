/** One fault of a scheme file: where (`indicators[3].points`, the root is `$`) and what is wrong, in Chinese. */
export interface SchemeFault {
  readonly path: string;
  readonly reason: string;
}

/** A scheme file that is refused; the message lists every fault with its path. */
export class SchemeError extends Error {
  override readonly name = 'SchemeError';

  constructor(readonly faults: readonly SchemeFault[]) {
    super(`测评方案文件有误:\n${faults.map(({ path, reason }) => `  ${path}:${reason}`).join('\n')}`);
  }
}
