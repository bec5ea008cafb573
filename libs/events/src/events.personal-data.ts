import { personalData, splitColumns } from '@upstander/platform';

/** Tables without an entity. The others have `@PersonalData`. */
personalData.define({
  'events.shift_due': { others: splitColumns('kind') },
});
