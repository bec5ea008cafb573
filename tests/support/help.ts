import type { Database } from '@upstander/platform';

/** A line as staff write it. */
export const helpLineInput = (parts: Record<string, unknown> = {}) => ({
  name: 'Night line',
  nameEs: 'Línea de noche',
  about: 'For whoever cannot sleep.',
  aboutEs: 'Para quien no puede dormir.',
  phoneKind: 'E164',
  phone: '(310) 555-0142',
  allDay: true,
  sourceName: 'Night line',
  sourceYear: 2026,
  sourceUrl: 'https://night.example.org',
  ...parts,
});

/** A line that is there already. */
export async function aHelpLine(
  db: Pick<Database, 'query'>,
  { verifyBy = '2099-01-01', published = false }: { verifyBy?: string; published?: boolean } = {},
): Promise<string> {
  const [line] = await db.query<{ id: string }>(
    `INSERT INTO learning.help_line (name, name_es, about, about_es, phone_kind, phone, phone_shown, all_day, source_name,
       source_year, source_url, verified_on, verify_by, published)
     VALUES ('Day line', 'Línea de día', 'By day.', 'De día.', 'e164', '+13105550143', '1-310-555-0143', true, 'Day line',
       2026, 'https://day.example.org', '2020-01-01', $1, $2) RETURNING id`,
    [verifyBy, published],
  );
  return line!.id;
}
