import { entities } from '@upstander/db';
import { fieldsOf } from '@upstander/platform';
import { limits } from '@upstander/web-kit';

test('forms get no limit for lists: it counts entries, and a form would cut the text of its field at that length', () => {
  const lists = entities.flatMap((model) =>
    fieldsOf(model)
      .filter(({ isList }) => isList)
      .map(({ property }) => [model.name, property] as const),
  );
  expect(lists).toContainEqual(['HelpLine', 'languages']);
  const known: Readonly<Record<string, object>> = limits;
  expect(lists.filter(([model, property]) => property in (known[model] ?? {}))).toEqual([]);
});
