import { fileColumns } from '@upstander/files';

export const outreachFiles = fileColumns.define({
  'outreach.document.bytes': { table: 'outreach.document', bytes: 'bytes', sha256: 'sha256' },
  'outreach.photo.bytes': { table: 'outreach.photo', bytes: 'bytes', sha256: 'sha256' },
  'outreach.photo.small_bytes': { table: 'outreach.photo', bytes: 'small_bytes', sha256: 'small_sha256' },
  'outreach.photo_consent.paper': { table: 'outreach.photo_consent', bytes: 'paper', sha256: 'paper_sha256' },
});
