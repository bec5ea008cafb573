import type { Tx } from '@upstander/platform';
import { insert } from './insert.js';
import { idOf } from './random.js';

const hour = 3_600_000;

export async function insertHelpLines(tx: Tx, now: Date): Promise<void> {
  const moderator = idOf('account', 'moderator@demo.example');
  await tx.query(
    `UPDATE learning.help_line SET checked_on = $1::timestamptz::date, verified_on = $1::timestamptz::date,
       verify_by = ($1::timestamptz + interval '3 months')::date, verified_by = $2 WHERE national`,
    [new Date(now.valueOf() - 52 * hour), moderator],
  );
  const line = {
    name: 'Harbor night desk (example)',
    nameEs: 'Mesa de noche Harbor (ejemplo)',
    about: 'A made-up line for people in San Diego.',
    aboutEs: 'Una línea inventada para personas en San Diego.',
    phoneKind: 'e164',
    phone: '+16195550142',
    phoneShown: '1-619-555-0142',
    textKind: null,
    textNumber: null,
    textShown: null,
    tty: null,
    chatUrl: null,
    allDay: false,
    hours: '6 p.m. to 6 a.m.',
    hoursEs: 'De 6 p. m. a 6 a. m.',
    confidential: true,
    takesReports: false,
    forEmergencies: false,
    languages: ['en', 'es'],
    interpretedLanguages: null,
    country: 'US',
    area: 'San Diego County',
    areaEs: 'Condado de San Diego',
    position: 100,
  };
  const day = now.toISOString().slice(0, 10);
  const row = {
    ...line,
    id: idOf('help-line', 'harbor'),
    sourceName: 'Harbor (example)',
    sourceYear: now.getUTCFullYear(),
    sourceUrl: 'https://harbor.example',
    verifiedOn: day,
    checkedOn: day,
    verifiedBy: moderator,
    verifyBy: new Date(now.valueOf() + 90 * 24 * hour).toISOString().slice(0, 10),
  };
  await insert(tx, 'learning.help_line', [row]);
  await tx.query(
    `INSERT INTO learning.help_line_change (id, help_line_id, kind, proposed_values, requested_by, requested_at)
     VALUES ($1, $2, 'publish', $3, $4, $5)`,
    [idOf('help-line-change', 'harbor'), row.id, JSON.stringify(line), moderator, new Date(now.valueOf() - 3 * hour)],
  );
}
