import { findRedFlags } from '@upstander/opportunities';

/** Texts for attackers to repeat: each can be split in many ways, or starts a match of some rule. */
const units = [
  '0',
  '9',
  '９',
  '𝟏',
  '1-',
  '1 ',
  '1,',
  '1.',
  '1:',
  '1\u00a0',
  '$1',
  '$1000 ',
  '1000 in ',
  '1 to ',
  '1 dollars ',
  '15 ',
  'a',
  'w',
  'é',
  'ﷺ',
  '㍿',
  'a ',
  'a-',
  'a.',
  'a@',
  'a1',
  'a_',
  '_',
  "'",
  "a'",
  '$',
  '@',
  '.',
  '-',
  ' ',
  '\n',
  '(',
  '&#48;',
  '\u200b',
  'no ',
  "no ' ",
  'pay ',
  'send a ',
  'you pay $ ',
  'course costs ',
  'at ',
  'gmail.',
  'www.',
  't.me/',
  'W h a t s ',
  'keep your ',
];

/** Prefixes after which a rule keeps scanning, and a suffix that doesn't match. */
const prefixes = ['no ', 'pay ', 'gmail', '1 ', 'bring '];
const notFound = ' b c d e f fee';

const content = {
  kind: 'job',
  title: 'Baker',
  schedule: '',
  place: '',
  supervisorName: '',
  acceptableRecords: '',
  transport: '',
  equipment: '',
  payMinMinor: null,
  payMaxMinor: null,
  payUnit: null,
  payCurrency: 'USD',
  hoursPerWeek: null,
  nightWork: true,
} as unknown as Parameters<typeof findRedFlags>[0];
const bounds = { currency: 'USD', leastMinor: 1_500n, mostMinor: 20_000n };

/** Milliseconds of processor time, so other load on the machine doesn't count. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const read = (description: string) => findRedFlags({ ...content, description }, bounds);

/** Limit of the growth to a text of four times the length: linear work grows 4 times, quadratic work 16 times. */
const growthLimit = 6;

/**
 * Compares a text of maximum length with one of a quarter of the length. Takes the minimum of several alternating tries,
 * repeated until the ratio is as expected. Work that takes no measurable time has no growth.
 */
function growth(work: (length: number) => void): { longest: number; times: number } {
  let quarter = Infinity;
  let longest = Infinity;
  for (let i = 0; i < 12; i += 1) {
    longest = Math.min(
      longest,
      cost(() => work(10_000)),
    );
    if (longest < 15) return { longest, times: 1 };
    quarter = Math.min(
      quarter,
      cost(() => work(2_500)),
    );
    if (i > 0 && longest < 150 && longest <= growthLimit * quarter) break;
  }
  return { longest, times: longest / quarter };
}

describe('time to check an opportunity', () => {
  beforeAll(() => {
    for (const unit of units) read(filled(unit, 500));
  });

  test.each(units.map((unit, i) => [unit, prefixes[i % prefixes.length]!]))(
    'grows linearly with its length: %j',
    (unit, word) => {
      const unfinished = (length: number) => word + filled(unit, length - word.length - notFound.length) + notFound;
      for (const text of [(length: number) => filled(unit, length), unfinished]) {
        const { longest, times } = growth((length) => read(text(length)));
        const written = text(10_000);
        const many = written.normalize('NFKC').length / written.length;
        expect(longest).toBeLessThan(150 * Math.max(1, many));
        expect(times).toBeLessThanOrEqual(growthLimit);
      }
    },
  );

  test('detects a rule with quadratic backtracking (control)', () => {
    const { times } = growth((length) => filled('a', length).replace(/[a-z]+\s?@/g, ''));
    expect(times).toBeGreaterThan(growthLimit);
  });

  test('finds a negated fee behind a wall of symbols just as fast', () => {
    const sentence = `No${"'".repeat(60)} b c d e f training fee. `;
    const { longest, times } = growth((length) => read(filled(sentence, length)));
    expect(longest).toBeLessThan(150);
    expect(times).toBeLessThanOrEqual(growthLimit);
  });

  test('reads a number of any length', () => {
    expect(() => read(`${filled('9', 5_000)} dollars a week`)).not.toThrow();
  });
});
