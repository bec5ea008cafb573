import { parsedUrl } from '@upstander/platform';
import { isIP } from 'node:net';
import { isSharedHost } from './free-mail-hosts.js';

// Names that no public registry assigns (RFC 2606, 6761, 6762, 8375, 9476). `.example` is allowed: it reaches no one
// and is used in documentation and demos.
const privateNames =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa|alt)$/;

interface Website {
  website: string;
  mailDomain: string;
}

/** Parses a web address that passed `websiteFault`, and returns it with its email domain. */
export function websiteFrom(text: string): Website {
  const found = parseWebsite(text);
  if (typeof found === 'string') throw new Error('This web address was not read before.');
  return found;
}

/**
 * Returns the fault of a web address, or null if it is public.
 * `not-a-domain`: a number or a name that isn't public. `shared-host`: anyone can have a mailbox or page there.
 */
export function websiteFault(text: string): string | null {
  const found = parseWebsite(text);
  return typeof found === 'string' ? found : null;
}

function parseWebsite(text: string): Website | string {
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
  // URL has already lowercased the name, and encoded other alphabets as xn-- and numbers as dotted quads.
  const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
  const labels = host.replace(/^www\./, '').split('.');
  const isName = labels.length >= 2 && labels.every((part) => label.test(part)) && host.length <= 253;
  return (
    isName && isIP(host) === 0 && /^(xn--[a-z0-9-]+|[a-z]{2,})$/.test(labels.at(-1) ?? '') && !privateNames.test(host)
  );
}
