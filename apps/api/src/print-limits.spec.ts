import { entities } from '@upstander/db';
import { fieldsOf } from '@upstander/platform';
import { readFileSync } from 'node:fs';

/** Printed by `npm run schema`; `npm run check` fails if it is out of date. */
const file = readFileSync('libs/web-kit/src/limits.ts', 'utf8');

test('forms get no limit for lists: it counts entries, and a form would cut the text of its field at that length', () => {
  const lists = entities.flatMap((model) =>
    fieldsOf(model)
      .filter(({ isList }) => isList)
      .map(({ property }) => [model.name, property] as const),
  );
  expect(lists).toContainEqual(['HelpLine', 'languages']);
  const printed = new Map([...file.matchAll(/^ {2}(\w+): \{([^}]*)\}/gm)].map(([, model, all]) => [model!, all!]));
  expect(printed.get('HelpLine')).toMatch(/\bname: 80\b/);
  expect(lists.filter(([model, property]) => new RegExp(`\\b${property}:`).test(printed.get(model) ?? ''))).toEqual([]);
});
