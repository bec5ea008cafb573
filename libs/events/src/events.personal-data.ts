import { personalData, splitColumns } from '@upstander/platform';

personalData.define({
  'events.shift_due': { others: splitColumns('kind') },
});
