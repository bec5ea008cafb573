import { Values } from '@upstander/platform';
import { inlineValues } from './inline-values.js';

test('inlines values as literals and does not substitute placeholders inside them', () => {
  const values = new Values();
  const names = values.add(["O'Brien", '$2']);
  const sql = `a = ANY (${names}::text[]) AND b = ${values.add('\\ $1')} AND c > ${values.add(new Date(0))}`;
  expect(inlineValues(sql, values)).toBe(
    `a = ANY (ARRAY['O''Brien', '$2']::text[]) AND b =  E'\\\\ $1' AND c > '1970-01-01T00:00:00.000Z'`,
  );
});
