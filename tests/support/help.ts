import { runAsOwner } from './tampering.js';
import type { TestApp } from './app.js';

export const helpLineInput = (parts: Record<string, unknown> = {}) => ({
  name: 'Night line',
  nameEs: 'Línea de noche',
  about: 'For anyone who cannot sleep.',
  aboutEs: 'Para quien no puede dormir.',
  phoneKind: 'E164',
  phone: '(310) 555-0142',
  allDay: true,
  sourceName: 'Night line',
  sourceYear: 2026,
  sourceUrl: 'https://night.example.org',
  ...parts,
});

export async function aHelpLine(
  app: Pick<TestApp, 'db' | 'database'>,
  { verifyBy = '2099-01-01', published = false }: { verifyBy?: string; published?: boolean } = {},
): Promise<string> {
  const [line] = await app.db.query<{ id: string }>(
    `INSERT INTO learning.help_line (name, name_es, about, about_es, phone_kind, phone, phone_shown, all_day, source_name,
       source_year, source_url, verified_on, verify_by, checked_on)
     VALUES ('Day line', 'Línea de día', 'By day.', 'De día.', 'e164', '+13105550143', '1-310-555-0143', true, 'Day line',
       2026, 'https://day.example.org', '2020-01-01', $1, '2020-01-01') RETURNING id`,
    [verifyBy],
  );
  // The program's role can't publish a line without approval.
  if (published) await runAsOwner(app, `UPDATE learning.help_line SET published = true WHERE id = '${line!.id}'`);
  return line!.id;
}

export async function aHelpLineChange(app: Pick<TestApp, 'db' | 'database'>, requestedBy: string): Promise<string> {
  const [change] = await app.db.query<{ id: string }>(
    `INSERT INTO learning.help_line_change (help_line_id, kind, proposed_values, requested_by, requested_at)
     VALUES ($1, 'remove', '{}', $2, now()) RETURNING id`,
    [await aHelpLine(app, { published: true }), requestedBy],
  );
  return change!.id;
}
