import { complaintsAbout, fieldsIn, filesNaming, filesNamingField, isOwnFile, nounsIn } from './name-cost.mjs';

const entity = `@Entity({ schema: 'learning', name: 'help_line' })
export class HelpLine {
  @Text() chatUrl!: string;
}

@InputType()
export class HelpLineInput extends InputOf(HelpLine, {}) {}
`;
const sources = {
  'libs/learning/src/help-lines/help-line.entity.ts': entity,
  'libs/learning/src/help-lines/words.en.json': '{ "records": { "helpLine": "Help line" } }',
  'db/functions/learning/keep.sql': 'SELECT chat_url FROM learning.help_line',
  'apps/site/src/help/help-lines.css': '.quiet {}',
  'apps/site/src/help/list.tsx': 'const lines = useHelpLines();',
  'apps/site/src/home.tsx': '// A line of help.',
};
const models = `export const HelpLineInput = {
  chatUrl: { kind: "url" },
  name: { kind: "text" },
};
`;

test('counts the files that name a noun as class, property, column, path or plural', () => {
  const [noun] = nounsIn(sources);
  expect(noun).toEqual({ name: 'HelpLine', table: 'learning.help_line', folder: 'libs/learning/src/help-lines' });
  expect(filesNaming(noun, sources)).toEqual(Object.keys(sources).slice(0, -1));
});

test('tells the files of a noun from those of others', () => {
  const noun = { name: 'HelpLine', folder: 'libs/learning/src/help-lines' };
  const own = [
    'libs/learning/src/help-lines/reads.ts',
    'apps/admin/src/help-lines/list.tsx',
    'db/demo/help-lines.ts',
    'apps/site/src/help/help-line/row.tsx',
  ];
  const others = ['libs/learning/src/learning.module.ts', 'apps/site/src/help/help-lines-list.tsx'];
  expect([...own, ...others].filter((path) => isOwnFile(noun, path))).toEqual(own);
  const session = { name: 'Session', folder: 'libs/identity/src/sessions' };
  expect(isOwnFile(session, 'apps/admin/src/session/me.ts')).toBe(false);
  const request = { name: 'DataRequest', folder: 'libs/identity/src/peoples-data/requests' };
  expect(isOwnFile(request, 'apps/admin/src/data-requests/list.tsx')).toBe(true);
});

test('searches whole words', () => {
  const noun = { name: 'RoleRequest', table: 'identity.role_request' };
  const files = { 'a.ts': "kind: 'role-requested'", 'b.ts': 'roleRequests', 'c.sql': 'role_request_two_people' };
  expect(filesNaming(noun, files)).toEqual(['b.ts', 'c.sql']);
});

test('searches a noun of one word by its class and table only, and in code only', () => {
  const noun = { name: 'Page', table: 'fundraising.page' };
  const files = {
    'a.ts': 'const page = 1;',
    'b.ts': 'new Page()',
    'c.sql': 'FROM fundraising.page p',
    'd.en.json': '{ "title": "Page" }',
  };
  expect(filesNaming(noun, files)).toEqual(['b.ts', 'c.sql']);
});

test('tells a noun of one word from prose, classes of libraries and components', () => {
  const noun = { name: 'Hours', table: 'volunteers.hours' };
  const others = {
    'comment.ts': '/** Hours of volunteers */',
    'comment.sql': '-- Reads volunteers.hours',
    'text.ts': "description: 'Hours of volunteers'",
    'library.ts': 'type Span = Calendar.Hours;',
    'words.ts': 'const labels = t.volunteers.hours;',
    'site/times.tsx': 'export function Hours() {}',
    'site/card.tsx': "import { Day, Hours } from './times';",
  };
  const named = {
    'type.ts': "const day = 'a day', hours: Hours = find('one');",
    'union.ts': "const names = ['Shift', 'Hours'];",
    'sql.ts': "query('SELECT FROM volunteers.hours')",
    'limits.ts': 'max: limits.Hours.note',
    'graphql.tsx': 'graphql(`fragment Row on Hours { id }`); export function Hours() {}',
    'site/import.tsx': "import type { Hours } from './row';",
    'site/row.tsx': 'export interface Hours {}',
  };
  expect(filesNaming(noun, { ...others, ...named })).toEqual(Object.keys(named));
});

test('tells a noun from one of the same name in sealed records', () => {
  const noun = { name: 'LegalHold', table: 'identity.legal_hold' };
  const files = {
    'libs/advocacy/src/retention/hold.ts': 'FROM sealed.legal_hold',
    'libs/web-kit/messages/admin/advocacy.en.json': '"legalHold"',
    'apps/admin/src/advocacy-applications/queries.ts': 'legalHoldUntil',
    'apps/admin/src/parts/record/record-facts.tsx': 'legalHold',
    'libs/advocacy/src/erasure.ts': 'FROM identity.legal_hold',
    'apps/admin/src/volunteers/list.tsx': 'legalHold',
    'libs/volunteers/src/erasure.ts': 'LegalHolds',
  };
  expect(filesNaming(noun, files)).toEqual(Object.keys(files).slice(4));
});

test('counts the files that name a field as property or column, for fields of one entity and several words', () => {
  expect(fieldsIn(models, sources)).toEqual([{ field: 'chatUrl', entity: 'HelpLine' }]);
  expect(filesNamingField('chatUrl', sources)).toHaveLength(2);
  const second = { ...sources, 'libs/a.entity.ts': "@Entity({ name: 'chat' }) class Chat {\n  chatUrl!: string;\n}" };
  expect(fieldsIn(models, second)).toEqual([]);
});

test('reports costs above the median, the 90th percentile and the maximum', () => {
  const costs = new Map([...Array(8).keys()].map((at) => [`Noun${at}`, 5]));
  costs.set('Gift', 30).set('Event', 60);
  const limits = { median: 5, p90: 60, most: 40, apart: { Event: 60 } };
  expect(complaintsAbout(costs, limits)).toEqual([]);
  expect(complaintsAbout(costs, { ...limits, median: 4 })).toEqual(['The median is 5 files, more than 4.']);
  expect(complaintsAbout(costs, { ...limits, p90: 59 })).toEqual(['The 90th percentile is 60 files, more than 59.']);
  expect(complaintsAbout(costs, { ...limits, most: 29 })).toEqual(['Gift is named in 30 files, more than 29.']);
  expect(complaintsAbout(costs, { ...limits, apart: {} })).toEqual(['Event is named in 60 files, more than 40.']);
});

test('reports limits that are no longer needed', () => {
  const costs = new Map([['Gift', 30]]);
  const limits = { median: 30, p90: 30, most: 40, apart: { Gift: 45, Pledge: 50 } };
  expect(complaintsAbout(costs, limits)).toEqual([
    'Gift needs no limit of its own any longer. Remove it.',
    'Pledge no longer exists. Remove its limit.',
  ]);
});
