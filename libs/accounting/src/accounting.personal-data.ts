import { personalData, splitColumns } from '@upstander/platform';

/** Tables without an entity. The others have `@PersonalData`. */
personalData.define({
  'fundraising.receipt_void': { others: splitColumns('reason') },
});
