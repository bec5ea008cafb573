import { personalData, splitColumns } from '@upstander/platform';

personalData.define({
  'events.standing_signup_date': { others: splitColumns('refusal') },
  'events.shift_due': { others: splitColumns('kind') },
});
