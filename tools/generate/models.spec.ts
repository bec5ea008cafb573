import { entities } from '@upstander/db';
import { fieldsOf } from '@upstander/platform';
import { limits } from '@upstander/web-kit';

test('writes limits of single values and skips lists, whose limits count entries', () => {
  const lists = entities.flatMap((model) =>
    fieldsOf(model)
      .filter(({ isList }) => isList)
      .map(({ property }) => [model.name, property] as const),
  );
  expect(lists).toContainEqual(['HelpLine', 'languages']);
  expect(limits.HelpLine).toMatchObject({ name: 80 });
  const printed: Record<string, object> = limits;
  expect(lists.filter(([model, property]) => property in (printed[model] ?? {}))).toEqual([]);
});
