import { personalData, splitColumns } from '@upstander/platform';

/** Tables without an entity. The others have `@PersonalData`. */
personalData.define({
  'learning.service_import_fault': { others: splitColumns('field problem') },
  'learning.service_import_row': { others: splitColumns('hsds_id said changed') },
});
