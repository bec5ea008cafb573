import { personalData, splitColumns } from '@upstander/platform';

personalData.define({
  'fundraising.receipt_void': { others: splitColumns('reason') },
});
