import { setting, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const learningSettings = settings.define({
  BADGE_KEY: setting(
    z
      .string()
      .refine((text) => Buffer.from(text, 'base64url').length === 32, 'must be 32 bytes in base64url')
      .optional(),
    'The key that signs badges of courses (Ed25519, 32 bytes in base64url). Left out, it is made of APP_SECRET, and badges can be checked for as long as that secret is given (“upstander rotate-secret” says what to put here).',
    'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    { secret: true },
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof learningSettings> {}
}
