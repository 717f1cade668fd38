import { isExpectedFailure } from '../app/failures';
import { parseArguments } from './arguments';
import { CallError } from './callError';
import type { Command, ExitStatus } from './command';
import { COMMANDS, type CommandEntry } from './commands';
import type { CliIo } from './io';
import { refuseOverwriting } from './ownFiles';
import { usageText } from './usage';

const HELP = new Set(['--help', '-h', 'help']);

/** Runs one call of the command line; `words` are the arguments after the program's name. Does not throw. */
export async function run(words: readonly string[], io: CliIo): Promise<ExitStatus> {
  const [name, ...others] = words;
  if (name !== undefined && (HELP.has(name) || others.some((word) => word === '--help'))) {
    io.out(await fullUsage());
    return 0;
  }
  let called: Command | null = null;
  try {
    const command = (called = await entryOf(words).load());
    const rest = words.slice(command.name.split(' ').length);
    const given = parseArguments(rest, command.options);
    checkOperands(command, given.positionals);
    await refuseOverwriting(command, given, io);
    return await command.run(given, io);
  } catch (error) {
    io.error(await failureText(error, called));
    return 2;
  }
}

/** Some names are of two words: `scheme export`. */
function entryOf([name, second]: readonly string[]): CommandEntry {
  const entry = COMMANDS.find((each) => each.name === name || each.name === `${name} ${second}`);
  if (entry) return entry;
  const family = COMMANDS.filter((each) => each.name.startsWith(`${name} `)).map((each) => each.name);
  if (family.length > 0) throw new CallError(`“${name}”后面要写做什么:${family.join('、')}。`);
  throw new CallError(name === undefined ? '没有写命令。' : `没有“${name}”这个命令。`);
}

function checkOperands({ operands, moreOperands = 0 }: Command, given: readonly string[]): void {
  if (given.length < operands.length) throw new CallError(`缺少文件名:${operands[given.length]!}。`);
  if (given.length > operands.length + moreOperands) {
    throw new CallError(`多写了“${given.slice(operands.length).join(' ')}”。文件名里有空格时要加引号。`);
  }
}

/** A sentence for what was to be expected, everything for what was not: that is a fault of the program. */
async function failureText(error: unknown, called: Command | null): Promise<string> {
  if (error instanceof CallError && error.showsUsage)
    return `${error.message}\n\n${called ? usageText([called]) : await fullUsage()}`;
  if (error instanceof CallError) return `${error.message}\n`;
  if (isExpectedFailure(error)) return `${error.message}\n`;
  return `程序出错,没有完成。请把下面的内容发给维护人员。\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

async function fullUsage(): Promise<string> {
  return usageText(await Promise.all(COMMANDS.map(({ load }) => load())));
}
