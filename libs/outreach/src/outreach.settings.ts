import { setting, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const outreachSettings = settings.define({
  SCHOOL_STATE: setting(
    z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be a state in two capitals, such as CA')
      .default('CA'),
    'The state of schools entered by name, in two letters. Letters to these schools cite its laws.',
    'CA',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof outreachSettings> {}
}
