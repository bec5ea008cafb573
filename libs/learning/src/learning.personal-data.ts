import { personalData, plain } from '@upstander/platform';

/** Tables without an entity. The others have `@PersonalData`. */
personalData.define({
  'learning.service_import_fault': { others: plain('field problem') },
  'learning.service_import_row': { others: plain('hsds_id said changed') },
});
