import { personalData, splitColumns } from '@upstander/platform';
import './gifts/gift.personal-data.js';
import './imports/gift-import-row.personal-data.js';

personalData.define({
  'fundraising.spent_challenge': { others: splitColumns('signature') },
});
