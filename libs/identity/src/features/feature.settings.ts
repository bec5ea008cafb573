import { setting, settings, type SettingValues, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

const sealedSettings = ['SEALED_DATABASE_URL', 'SEALED_KEYS_URL', 'SEALED_KEYS'] as const;

/** Returns why SEALED_ZONE=off doesn't fit the other settings. A closed zone would never erase its records. */
export function sealedZoneConflict(state: string | undefined, all: SettingValues): string | null {
  const set = sealedSettings.filter((name) => all[name]);
  if (state !== 'off' || set.length === 0) return null;
  return `SEALED_ZONE is off, but ${set.join(', ')} ${set.length > 1 ? 'are' : 'is'} set: remove ${set.length > 1 ? 'them' : 'it'}, or leave the zone on, because a zone that is off never erases its records.`;
}

export const featureSettings = settings.define({
  FUNDRAISING_MODE: setting(
    z.enum(['own', 'named-beneficiaries', 'off']).default('own'),
    'Takes gifts only for this organization (own), also for named partners, which adds legal duties (see the finance guide), or not at all (off), which needs no Stripe account.',
    'own',
    { requiredSettings: (mode) => (mode === 'off' ? [] : ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET']) },
  ),
  SEALED_ZONE: setting(
    z.enum(['on', 'off']).default('on'),
    'Whether people can apply and ask for help confidentially. With off, consultations and opportunities disappear, and the other SEALED_ settings must not be set.',
    'on',
    { conflict: sealedZoneConflict },
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof featureSettings> {}
}
