import { badInput, parsedUrl } from '@upstander/platform';
import { isIP } from 'node:net';
import { isSharedHost } from './free-mail-hosts.js';

// Names that no public register hands out (RFC 2606, 6761, 6762, 8375, 9476). `.example` is left: it is nobody's, no mail
// reaches it, and documentation and demonstrations are made of it.
const privateNames =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa|alt)$/;

/**
 * A public web address as somebody typed it, and the domain its mail would be read at.
 * @throws Refusal BAD_INPUT: not-a-web-address; not-a-domain for a number or a name that is not public; shared-host where
 * anybody can have a mailbox or pages.
 */
export function websiteFrom(text: string): { website: string; mailDomain: string } {
  const typed = text.trim();
  if (typed === '') throw badInput({ website: 'required' });
  if (typed.length > 300) throw badInput({ website: 'too-long' });
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = /\s/.test(address) ? null : parsedUrl(address);
  if (!url) throw badInput({ website: 'not-a-web-address' });
  const plain = /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.port;
  if (!plain) throw badInput({ website: 'not-a-web-address' });
  const host = url.hostname.replace(/\.$/, '');
  if (!isPublicName(host)) throw badInput({ website: 'not-a-domain' });
  if (isSharedHost(host)) throw badInput({ website: 'shared-host' });
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
