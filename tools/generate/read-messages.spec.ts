import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addNounWords, fileOf } from './read-messages.mjs';

const file = 'libs/outreach/src/pens/pens.words.en.json';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
  mkdirSync(join(folder, 'libs/outreach/src/pens'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function add(words: object, tree: object = {}): { tree: object; files: Map<string, string> } {
  writeFileSync(join(folder, file), JSON.stringify(words));
  const files = new Map<string, string>();
  addNounWords(tree, files, 'en', folder);
  return { tree, files };
}

test('adds the words of a noun to the areas that show them', () => {
  const { tree, files } = add(
    { records: { pen: 'Pen' }, enums: { penStatus: { EMPTY: 'Empty' } } },
    { enums: { giftStatus: { PAID: 'Paid' } } },
  );
  expect(tree).toEqual({
    admin: { staffActions: { kinds: { pen: 'Pen' } } },
    enums: { giftStatus: { PAID: 'Paid' }, penStatus: { EMPTY: 'Empty' } },
  });
  expect(fileOf(files, 'enums.penStatus.EMPTY')).toEqual({ file, key: 'EMPTY' });
});

test('rejects an unknown section and a key that another file has', () => {
  expect(() => add({ pages: { pen: 'Pen' } })).toThrow(`${file}: unknown section pages. Known: records,`);
  expect(() => add({ enums: { giftStatus: {} } }, { enums: { giftStatus: {} } })).toThrow(
    `${file}: giftStatus is in another file too`,
  );
});
