import path from 'node:path';

/** What a command needs of the world around it. */
export interface CliIo {
  /** Folder that relative paths start from: where the command was given, also through npm. */
  readonly folder: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Program that works on files as a thread; left out, everything happens in this thread. */
  readonly workerFile?: string;
}

/** A path as it was given, made absolute. */
export function resolved(io: CliIo, given: string): string {
  return path.resolve(io.folder, given);
}

/** The world of this process. npm changes the folder and leaves the first one in INIT_CWD. */
export function processIo(): CliIo {
  return {
    folder: process.env.INIT_CWD ?? process.cwd(),
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    workerFile: __filename,
  };
}
