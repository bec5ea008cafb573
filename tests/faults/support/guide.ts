import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Step {
  name: string;
  commands: string;
}

/** Returns the blocks marked with `<!-- run: name -->`, in order and verbatim. */
export function stepsOfGuide(text = readFileSync(join(process.cwd(), 'docs/operator-guide.md'), 'utf8')): Step[] {
  return [...text.matchAll(/<!-- run: ([\w-]+) -->\s*```sh\n([\s\S]*?)\n```/g)].map(([, name = '', commands = '']) => ({
    name,
    commands,
  }));
}

/** Lines within a here-document, loop or multi-line command don't count. */
export function commandsIn({ commands }: Step): number {
  let currentBlock: string | null = null;
  let count = 0;
  for (const line of commands.split('\n')) {
    if (currentBlock !== null) {
      if (line === currentBlock) currentBlock = null;
      continue;
    }
    if (/^\s|^(?:done|fi)\b/.test(line) || line.trim() === '') continue;
    count += 1;
    currentBlock = /<<(\w+)/.exec(line)?.[1] ?? null;
  }
  return count;
}
