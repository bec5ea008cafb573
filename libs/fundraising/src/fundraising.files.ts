import { fileColumns } from '@upstander/platform';

/** The files of this library, for whatever moves and sweeps them. */
export const fundraisingFiles = fileColumns.define({
  'fundraising.file.bytes': { table: 'fundraising.file', bytes: 'bytes', sha256: 'sha256' },
});
