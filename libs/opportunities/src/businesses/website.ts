import { parsedUrl } from '@upstander/platform';
import { isIP } from 'node:net';
import { isSharedHost } from './free-mail-hosts.js';

// Names that no public register hands out (RFC 2606, 6761, 6762, 8375, 9476). `.example` is left: it is nobody's, no mail
// reaches it, and documentation and demonstrations are made of it.
const privateNames =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa|alt)$/;

interface Website {
  website: string;
  mailDomain: string;
}

/** A public web address that `websiteFault` finds nothing wrong with, and the domain its mail would be read at. */
export function websiteFrom(text: string): Website {
  const found = read(text);
  if (typeof found === 'string') throw new Error('This web address was not read before.');
  return found;
}

/**
 * Why it is no public web address: not-a-web-address; not-a-domain for a number or a name that is not public;
 * shared-host where anybody can have a mailbox or pages; null when it is one.
 */
export function websiteFault(text: string): string | null {
  const found = read(text);
  return typeof found === 'string' ? found : null;
}

function read(text: string): Website | string {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = /\s/.test(address) ? null : parsedUrl(address);
  if (!url) return 'not-a-web-address';
  const plain = /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.port;
  if (!plain) return 'not-a-web-address';
  const host = url.hostname.replace(/\.$/, '');
  if (!isPublicName(host)) return 'not-a-domain';
  if (isSharedHost(host)) return 'shared-host';
  url.hostname = host;
  url.hash = '';
  return { website: url.href.replace(/\/$/, ''), mailDomain: host.replace(/^www\./, '') };
}

function isPublicName(host: string): boolean {
  // URL has lower-cased the name, written other alphabets as xn-- and numbers as dotted quads by now.
  const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
  const labels = host.replace(/^www\./, '').split('.');
  const isName = labels.length >= 2 && labels.every((part) => label.test(part)) && host.length <= 253;
  return (
    isName && isIP(host) === 0 && /^(xn--[a-z0-9-]+|[a-z]{2,})$/.test(labels.at(-1) ?? '') && !privateNames.test(host)
  );
}
