import { personalData, splitColumns } from '@upstander/platform';
import './gifts/gift.personal-data.js';
import './imports/gift-import-row.personal-data.js';

/** Tables without an entity. The others have `@PersonalData`. */
personalData.define({
  'fundraising.spent_challenge': { others: splitColumns('signature') },
});
