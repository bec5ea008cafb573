import { personalData, splitColumns } from '@upstander/platform';

personalData.define({
  'fundraising.beneficiary_duty': { others: splitColumns('duty law law_url law_read_on') },
});
