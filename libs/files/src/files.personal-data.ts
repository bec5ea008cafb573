import { personalData, splitColumns } from '@upstander/platform';

personalData.define({
  'platform.bucket_file': { others: splitColumns('sha256') },
  'platform.file_attempt': { others: splitColumns('kind') },
});
