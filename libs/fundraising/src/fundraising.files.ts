import { fileColumns } from '@upstander/platform';

export const fundraisingFiles = fileColumns.define({
  'fundraising.file.bytes': { table: 'fundraising.file', bytes: 'bytes', sha256: 'sha256' },
});
