import { setting, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const campaignsSettings = settings.define({
  GENERAL_FUND: setting(
    z
      .enum(['organization', 'chapters', 'organisation'])
      // The spelling of release 0.2.0.
      .transform((funds) => (funds === 'organisation' ? 'organization' : funds))
      .default('organization'),
    'Who has a general fund for gifts without a fundraiser: only the organization, or each chapter too. To stop using a fund, end it in the admin.',
    'chapters',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof campaignsSettings> {}
}
