import { fileColumns } from '@upstander/files';

export const accountingFiles = fileColumns.define({
  'fundraising.file.bytes': { table: 'fundraising.file', bytes: 'bytes', sha256: 'sha256' },
});
