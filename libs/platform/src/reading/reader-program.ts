import { fileURLToPath } from 'node:url';

/** A reader started from sources needs these; a built one needs none. */
const fromSources = ['--conditions=@upstander/source', '--import', '@swc-node/register/esm-register'];

/**
 * Returns the file of a reader, and the options of Node that it needs.
 * @param from the caller's `import.meta.url`
 */
export function readerProgram(name: string, from: string): { file: string; execArgv: string[] } {
  const isSource = from.endsWith('.ts');
  const file = fileURLToPath(new URL(`./${name}.reader.${isSource ? 'ts' : 'js'}`, from));
  return { file, execArgv: isSource ? fromSources : [] };
}
