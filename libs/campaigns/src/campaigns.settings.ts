import { setting, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const campaignsSettings = settings.define({
  GENERAL_FUND: setting(
    z.enum(['organisation', 'chapters']).default('organisation'),
    'Who has a general fund, for gifts that are for no fundraiser: the organisation, or each chapter too. What is no longer wanted is ended in the admin.',
    'chapters',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof campaignsSettings> {}
}
