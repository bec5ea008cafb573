import { personalData, splitColumns } from '@upstander/platform';

personalData.define({
  'fundraising.listing': { others: splitColumns('name') },
  'fundraising.stripe_event': { others: splitColumns('id type object_id outcome') },
});
