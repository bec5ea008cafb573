import { fileColumns } from '@upstander/files';

fileColumns.define({
  'identity.logo.bytes': { table: 'identity.logo', bytes: 'bytes', sha256: 'sha256' },
});
