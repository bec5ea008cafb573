import { fileColumns } from '@upstander/platform';

/** File columns of this library, for the jobs that move and delete files. */
export const fundraisingFiles = fileColumns.define({
  'fundraising.file.bytes': { table: 'fundraising.file', bytes: 'bytes', sha256: 'sha256' },
});
