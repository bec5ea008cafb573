import { personalData, plain } from '@upstander/platform';

/** Tables without an entity. The others have `@PersonalData`. */
personalData.define({
  'fundraising.listing': { others: plain('name') },
  'fundraising.stripe_event': { others: plain('id type object_id outcome') },
});
