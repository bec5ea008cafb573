import { personalData, splitColumns } from '@upstander/platform';

personalData.define({
  'learning.service_import_fault': { others: splitColumns('field problem') },
  'learning.service_import_row': { others: splitColumns('hsds_id said changed') },
});
