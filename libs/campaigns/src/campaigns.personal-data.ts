import { personalData, splitColumns } from '@upstander/platform';

/** Tables without an entity. The others have `@PersonalData`. */
personalData.define({
  'fundraising.beneficiary_duty': { others: splitColumns('duty law law_url law_read_on') },
});
