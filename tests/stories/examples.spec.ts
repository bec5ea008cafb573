import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startApp, type TestApp } from '../support/app.js';
import { anAccessToken } from '../support/access-tokens.js';
import { aShift } from '../support/factories.js';

const run = promisify(execFile);
const folder = join(process.cwd(), 'examples');
/** Node runs TypeScript natively from 22.18; older versions use a loader, which takes a second. */
const isAble = Boolean((process.features as { typescript?: unknown }).typescript);
const helped = isAble ? [] : ['--import', '@swc-node/register/esm-register'];

const languages = {
  curl: (name: string) => ['sh', [join(folder, 'curl', `${name}.sh`)]],
  typescript: (name: string) => [process.execPath, [...helped, join(folder, 'typescript', `${name}.ts`)]],
  python: (name: string) => ['python3', [join(folder, 'python', `${name.replaceAll('-', '_')}.py`)]],
} satisfies Record<string, (name: string) => [string, string[]]>;
type Language = keyof typeof languages;

describe('example programs', () => {
  let app: TestApp;
  let shiftId: string;
  let token: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    ({ id: shiftId } = await aShift(app.db, { capacity: 9 }));
    const finance = await app.signedIn({ role: 'finance' });
    ({ secret: token } = await anAccessToken(app, finance.accountId, { viewAreas: ['gifts'] }));
  });
  afterAll(() => app.close());

  async function example(language: Language, name: string, args: string[] = [], secret = token): Promise<string> {
    const [program, its] = languages[language](name);
    const env = {
      PATH: process.env.PATH,
      UPSTANDER_URL: app.url,
      UPSTANDER_TOKEN: secret,
    };
    return (await run(program, [...its, ...args], { env })).stdout;
  }

  /** Skips Python examples if it's not installed. With CI=true nothing may be missing. */
  const isThere = (program: string) =>
    process.env.CI === 'true' || (process.env.PATH ?? '').split(':').some((place) => existsSync(join(place, program)));

  const all = Object.keys(languages) as Language[];
  const here = all.filter((language) => language !== 'python' || isThere('python3'));
  if (here.length < all.length) console.warn('No python3 on the PATH: its examples are not run.');

  describe.each(here)('in %s', (language) => {
    test('list events with free places', async () => {
      const output = await example(language, 'list-events');
      expect(output).toMatch(/\b[1-9]\b/);
    });

    test('sign up a volunteer once', async () => {
      const email = `${language}@example.org`;
      const args = language === 'curl' ? [shiftId, 'Ana Reyes', email] : ['Ana Reyes', email];
      for (let times = 0; times < 2; times += 1) expect(await example(language, 'sign-up', args)).toMatch('CONFIRMED');
      const [row] = await app.db.query<{ count: number }>(
        'SELECT count(*)::int FROM events.signup s JOIN volunteers.volunteer v ON v.id = s.volunteer_id WHERE v.email = $1',
        [email],
      );
      expect(row?.count).toBe(1);
    });

    test('export gifts with a token of finance and with no other', async () => {
      const year = ['2026-01-01', '2026-12-31'];
      expect(await example(language, 'export-gifts', year)).toMatch(
        language === 'curl' ? /"data":/ : /^id,paid_at,campaign,/,
      );
      await expect(example(language, 'export-gifts', year, 'ups_guessed')).rejects.toThrow(/INVALID_TOKEN|401/);
    });
  });

  test('are the same in every language', () => {
    const names = (language: Language) =>
      readdirSync(join(folder, language))
        .map((file) => file.replace(/\.\w+$/, '').replaceAll('_', '-'))
        .filter((name) => !['ask', 'upstander', 'tsconfig', 'package', '--pycache--'].includes(name))
        .sort();
    for (const language of all) expect(names(language)).toEqual(names('curl'));
  });
});
