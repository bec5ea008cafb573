import { fileURLToPath } from 'node:url';

const fromSources = ['--conditions=@upstander/source', '--import', '@swc-node/register/esm-register'];

/**
 * Returns the file of a reader and its Node.js options.
 * @param from the caller's `import.meta.url`
 */
export function readerProgram(name: string, from: string): { file: string; execArgv: string[] } {
  const isSource = from.endsWith('.ts');
  const file = fileURLToPath(new URL(`./${name}.reader.${isSource ? 'ts' : 'js'}`, from));
  return { file, execArgv: isSource ? fromSources : [] };
}
