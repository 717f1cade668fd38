import { CallError } from './callError';

/** An option that a command takes. */
export interface OptionSpec {
  /** With its dashes, `--out`. */
  readonly name: string;
  /** What its value is, for the usage; `null` for a switch. */
  readonly value: string | null;
  readonly repeatable?: boolean;
  readonly required?: boolean;
  /** `''` is a value too: a cell that is emptied. */
  readonly mayBeEmpty?: boolean;
  /** Its value names a file that is read or written. */
  readonly file?: 'read' | 'written';
  readonly help: string;
}

/** What was given, taken apart. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** By option name; switches have `''`. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/**
 * Takes a command's arguments apart: `--name value`, `--name=value`, switches, the rest are positionals; `--` ends
 * the options, `-` alone is a value. Throws CallError on what the command does not take.
 */
export function parseArguments(given: readonly string[], specs: readonly OptionSpec[]): Arguments {
  const positionals: string[] = [];
  const options = new Map<string, string[]>();
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at]!;
    if (word === '--') {
      positionals.push(...given.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      positionals.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const spec = specs.find((each) => each.name === name);
    if (!spec) throw unknownOption(name, specs);
    const inline = equals < 0 ? null : word.slice(equals + 1);
    const value = valueOf(spec, inline, given[at + 1]);
    if (spec.value !== null && inline === null) at += 1;
    const known = options.get(name) ?? [];
    if (known.length > 0 && !spec.repeatable) throw new CallError(`${name} 只能写一次。`);
    options.set(name, [...known, value]);
  }
  for (const { name, required, value } of specs) {
    if (required && !options.has(name)) throw new CallError(`缺少 ${name} ${value ?? ''}。`);
  }
  return { positionals, options };
}

function valueOf(spec: OptionSpec, inline: string | null, next: string | undefined): string {
  if (spec.value === null) {
    if (inline !== null) throw new CallError(`${spec.name} 是开关,后面不写值。`);
    return '';
  }
  const value = inline ?? next;
  if (value === '' && spec.mayBeEmpty) return value;
  if (value === undefined || value === '' || (inline === null && /^--./.test(value))) {
    throw new CallError(`${spec.name} 后面要写${spec.value}。`);
  }
  return value;
}

function unknownOption(name: string, specs: readonly OptionSpec[]): CallError {
  const known = specs.map((each) => each.name).join('、');
  return new CallError(
    `不认识选项 ${name}。${known === '' ? '这个命令没有选项。' : `可用的选项:${known}。`}`,
  );
}

/** The value of an option that is given once, `null` where it is not given. */
export function optionOf(given: Arguments, name: string): string | null {
  return given.options.get(name)?.[0] ?? null;
}
