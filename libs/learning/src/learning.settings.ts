import { setting, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const learningSettings = settings.define({
  BADGE_KEY: setting(
    z
      .string()
      .refine((text) => Buffer.from(text, 'base64url').length === 32, 'must be 32 bytes in base64url')
      .optional(),
    'The seed of the keys that sign course badges (32 bytes in base64url). If left out, it is derived from APP_SECRET, and badges can be verified for as long as that secret is set (“upstander rotate-secret” prints the value to put here).',
    'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    { secret: true },
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof learningSettings> {}
}
