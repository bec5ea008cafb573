import { personalData, plain } from '@upstander/platform';

personalData.define({
  'platform.bucket_file': { others: plain('sha256') },
  'platform.file_attempt': { others: plain('kind') },
});
