import { personalData, splitColumns } from '@upstander/platform';

/** Tables without an entity. The others have `@PersonalData`. */
personalData.define({
  'fundraising.listing': { others: splitColumns('name') },
  'fundraising.stripe_event': { others: splitColumns('id type object_id outcome') },
});
