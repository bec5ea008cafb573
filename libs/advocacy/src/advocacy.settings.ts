import { setting, settingOf, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

const neededInConfidence = (value: string | undefined, name: string) =>
  value ? null : `${name} is missing: without it survivors could neither apply nor ask for help in confidence.`;

const namesOf = (keys: string) => keys.split(',').map((pair) => pair.split(':', 1)[0]);

export const advocacySettings = settings.define({
  SEALED_DATABASE_URL: setting(
    settingOf.database().optional(),
    'The same database, entered by the role of the sealed zone, which alone may see it (see the operator guide).',
    'postgres://upstander_sealed:secret@db:5432/upstander',
    { secret: true, inProduction: neededInConfidence },
  ),
  SEALED_KEYS_URL: setting(
    settingOf.database().optional(),
    'Another database, backed up apart and briefly, for the keys of single records: what is erased there is gone from every backup of the rest.',
    'postgres://upstander_sealed:secret@keys:5432/upstander_keys',
    { secret: true, inProduction: neededInConfidence },
  ),
  SEALED_KEYS: setting(
    z
      .string()
      .regex(/^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/, 'must be name:key pairs of 32 bytes in base64')
      .refine(
        (text) => new Set(namesOf(text)).size === namesOf(text).length,
        'has two keys of one name: records know theirs by it, so give each its own',
      )
      .optional(),
    'The keys that open the keys of single records, the one to write with first; older ones stay until the rotation is done.',
    '2026a:the output of: openssl rand -base64 32',
    { secret: true, inProduction: neededInConfidence },
  ),
  SEALED_SENDS_PER_HOUR: setting(
    settingOf.count(20),
    'How many applications and consultations one network address may send in an hour, to each process.',
    '20',
  ),
  CODE_TRIES_PER_QUARTER_HOUR: setting(
    settingOf.count(30),
    'How many wrong reply codes one network address may try in a quarter of an hour, at each process.',
    '30',
  ),
  CODE_TRIES_PER_MINUTE: setting(
    settingOf.count(600),
    'From how many wrong reply codes a minute, of everybody together, tries are made one after the other, by turns of networks.',
    '600',
  ),
  APPLICATION_KEPT_DAYS: setting(
    settingOf.days(90),
    'How many days an application is kept after an advocate closed it; then it is erased.',
    '90',
  ),
  CONSULTATION_KEPT_DAYS: setting(
    settingOf.days(90),
    'How many days a consultation is kept after an advocate closed it; then it is erased.',
    '90',
  ),
  UNREACHED_KEPT_DAYS: setting(
    settingOf.days(180),
    'How many days an application or consultation is kept of somebody whom nobody reached; then it is erased.',
    '180',
  ),
  SEALED_MESSAGE_KEPT_DAYS: setting(
    settingOf.days(180),
    'How many days a message of an application or consultation is kept after it was read; then it is erased.',
    '180',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof advocacySettings> {}
}
