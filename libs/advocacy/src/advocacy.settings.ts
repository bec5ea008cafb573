import { setting, settingTypes, settings, type SettingValues, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

const requiredForSealedZone = (value: string | undefined, name: string, { SEALED_ZONE: zone }: SettingValues) =>
  value || zone === 'off'
    ? null
    : `${name} is missing: without it, survivors can't apply or ask for help confidentially. Set SEALED_ZONE=off if you don't offer this.`;

const namesOf = (keys: string) => keys.split(',').map((pair) => pair.split(':', 1)[0]);

export const advocacySettings = settings.define({
  SEALED_DATABASE_URL: setting(
    settingTypes.database().optional(),
    'The database in DATABASE_URL, accessed with the role of the sealed zone. No other role can read its data (see the operator guide).',
    'postgres://upstander_sealed:secret@db:5432/upstander',
    { secret: true, productionProblem: requiredForSealedZone },
  ),
  SEALED_KEYS_URL: setting(
    settingTypes.database().optional(),
    'A separate database for the keys of single records. Keep its backups separate and only for days: data whose key is erased can no longer be read from any other backup.',
    'postgres://upstander_sealed:secret@keys:5432/upstander_keys',
    { secret: true, productionProblem: requiredForSealedZone },
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
    'The keys that encrypt the keys of single records. The first one encrypts; keep older ones until the rotation is done.',
    '2026a:the output of: openssl rand -base64 32',
    { secret: true, productionProblem: requiredForSealedZone },
  ),
  SEALED_SENDS_PER_HOUR: setting(
    settingTypes.count(20),
    'Maximum number of applications and consultations from one network address per hour, in each process.',
    '20',
  ),
  CODE_TRIES_PER_QUARTER_HOUR: setting(
    settingTypes.count(30),
    'Maximum number of wrong reply codes from one network address in 15 minutes, in each process.',
    '30',
  ),
  CODE_TRIES_PER_MINUTE: setting(
    settingTypes.count(600),
    'Number of wrong reply codes per minute, from everyone together, above which tries run one at a time and take turns by network.',
    '600',
  ),
  APPLICATION_KEPT_DAYS: setting(
    settingTypes.days(90),
    'Days until an application is erased after an advocate closed it.',
    '90',
  ),
  CONSULTATION_KEPT_DAYS: setting(
    settingTypes.days(90),
    'Days until a consultation is erased after an advocate closed it.',
    '90',
  ),
  UNREACHED_KEPT_DAYS: setting(
    settingTypes.days(180),
    'Days until an application or consultation is erased if no one could reach the person.',
    '180',
  ),
  SEALED_MESSAGE_KEPT_DAYS: setting(
    settingTypes.days(180),
    'Days until a message of an application or consultation is erased after it was read.',
    '180',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof advocacySettings> {}
}
