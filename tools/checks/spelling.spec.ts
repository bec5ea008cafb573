import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

function findMisspelled(text: string, file: string): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/cspell/bin.mjs',
      'lint',
      '--no-progress',
      '--no-summary',
      '--words-only',
      `stdin://${join(root, file)}`,
    ],
    { cwd: root, input: text, encoding: 'utf8' },
  );
  return stdout.split('\n').filter(Boolean);
}

test('finds misspelled and British words in code and in documents, but not the words of the project', () => {
  expect(findMisspelled('const recieved = waitlistColour;', 'libs/events/src/example.ts')).toEqual([
    'recieved',
    'Colour',
  ]);
  expect(findMisspelled('Upstander seperates sign-ups, waitlists and TOTP codes.', 'docs/example.md')).toEqual([
    'seperates',
  ]);
});
