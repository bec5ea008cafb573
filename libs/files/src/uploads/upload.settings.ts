import { z } from 'zod';
import { parsedUrl, setting } from '@upstander/platform';

function isClamd(text: string): boolean {
  const url = parsedUrl(text);
  return url?.protocol === 'tcp:' ? url.hostname !== '' : url?.protocol === 'unix:' && url.pathname.length > 1;
}

export const uploadSettings = {
  CLAMD_URL: setting(
    z.string().refine(isClamd, 'must be tcp:// with a host, or unix:// with the path of a socket').optional(),
    'A ClamAV daemon that scans every uploaded file before it is read or stored. While it is down, nothing can be uploaded. Its StreamMaxLength must be 50 MB or more.',
    'unix:///run/clamav/clamd.ctl',
  ),
} as const;
