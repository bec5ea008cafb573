import { ConfigError, environmentWith } from '@upstander/platform';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError, type Command } from './command.js';
import { commands } from './commands.js';
import { sentenceOf } from './sentence-of.js';

const common = {
  help: { type: 'boolean', short: 'h' },
  'env-file': { type: 'string', multiple: true },
} satisfies NonNullable<ParseArgsConfig['options']>;

/** Exit code 1 after an error, 2 for invalid arguments. */
export async function runCommand(
  args: readonly string[],
  out: Pick<Console, 'log' | 'error'> = console,
): Promise<number> {
  const [name = 'help', ...typed] = args;
  if (['help', '--help', '-h'].includes(name)) {
    out.log(overview());
    return 0;
  }
  const listed = commands.find((one) => one.name === name);
  if (!listed) {
    out.error(`There is no command "${name}".\n\n${overview()}`);
    return 2;
  }
  const { command } = await listed.load();
  try {
    const { values, positionals } = parse(command, typed);
    if (values['help']) {
      out.log(helpOf(name, command));
      return 0;
    }
    if (!command.usage.includes('<') && positionals.length > 0)
      throw new UsageError(`Unexpected argument “${positionals[0]}”.`);
    const environment = environmentWith(values['env-file'] as string[] | undefined);
    const print = (line: string) => out.log(line);
    return (await command.run({ words: positionals, options: values, environment, print })) ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      out.error(`${error.message}\n\n${usageOf(name, command)}`);
      return 2;
    }
    out.error(error instanceof ConfigError ? error.message.trimEnd() : sentenceOf(error, name));
    return 1;
  }
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...command.options, ...common }, allowPositionals: true, strict: true });
  } catch (error) {
    // For example "Unknown option '--x'".
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
}

function overview(): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Usage: upstander <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`),
    '',
    'Run upstander <command> --help for details. Settings are read from the environment and from --env-file FILE (lines',
    'NAME=value). The environment takes precedence.',
  ].join('\n');
}

const usageOf = (name: string, { usage }: Command) => `Usage: upstander ${name} ${usage}`.trimEnd();

function helpOf(name: string, command: Command): string {
  return `${usageOf(name, command)}\n\n${command.help.trim()}\n\n--env-file FILE reads settings from a file of lines NAME=value. It can be repeated.`;
}
