import type { Command } from './command';

function optionLine({ name, value, help }: Command['options'][number]): string {
  return `    ${value === null ? name : `${name} <${value.trim()}>`}  ${help}`;
}

function commandLines({ name, operands, options, help }: Command): string[] {
  const required = options.filter((each) => each.required).map((each) => ` ${each.name} …`);
  return [`  ${name} ${operands.join(' ')}${required.join('')}  ${help}`, ...options.map(optionLine)];
}

/** How the command line is called, a text of several lines. */
export function usageText(commands: readonly Command[]): string {
  return `用法:npm run --silent cli -- 命令 …\n${commands.flatMap(commandLines).join('\n')}\n退出码:0 没有错误;1 有错误;2 文件不能读取或命令写错。\n`;
}
