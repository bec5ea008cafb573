import type { Config } from '@upstander/platform';
import type { MailContent, MailRow } from '../templates/mail-template.js';
import { mailDomain } from './mail-domain.js';
import { bareAddress, mailboxHeader, mailSource, textHeader, type MailPart } from './mail-source.js';

export interface ComposedMail {
  envelope: { from: string; to: string[] };
  raw: Buffer;
}

/**
 * The Message-ID is derived from the row, so duplicates are recognizable. User input can't add headers. Mail servers send
 * their reports to the return path.
 */
export function composeMail(
  config: Pick<Config, 'MAIL_DOMAIN' | 'MAIL_FROM' | 'ORGANIZATION_NAME'>,
  row: Pick<MailRow, 'id' | 'recipient' | 'locale'>,
  mail: MailContent,
  { now, returnPath }: { now: Date; returnPath: string | null },
): ComposedMail {
  const to = bareAddress(row.recipient);
  const { ics } = mail;
  const domain = mailDomain(config);
  const alternatives: MailPart[] = [
    { type: 'text/plain; charset=utf-8', content: mail.text },
    { type: 'text/html; charset=utf-8', content: mail.html },
    // Calendar-aware clients show this part. Others offer the file below.
    ...(ics ? [{ type: `text/calendar; charset=utf-8; method=${ics.method}`, content: ics.content }] : []),
  ];
  const files: MailPart[] = ics ? [{ type: 'application/ics', content: ics.content, filename: 'event.ics' }] : [];
  const headers: Array<[string, string]> = [
    ['From', mailboxHeader(config.MAIL_FROM, mail.discreet ? '' : config.ORGANIZATION_NAME)],
    ['To', to],
    ['Subject', textHeader(mail.subject)],
    ['Message-ID', `<${row.id}@${domain}>`],
    ['Date', now.toUTCString().replace('GMT', '+0000')],
    // RFC 3834: prevents automatic replies.
    ['Auto-Submitted', 'auto-generated'],
    ['Content-Language', row.locale],
  ];
  if (mail.replyTo) headers.push(['Reply-To', mailboxHeader(mail.replyTo)]);
  // RFC 2919 and RFC 8058: only appeals belong to a list and can be unsubscribed from.
  if (mail.unsubscribe) {
    headers.push(['List-Id', `<${mail.unsubscribe.list}.${domain}>`]);
    headers.push(['List-Unsubscribe', `<${new URL(mail.unsubscribe.url).href}>`]);
    headers.push(['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click']);
  }
  return {
    envelope: { from: returnPath ?? config.MAIL_FROM, to: [to] },
    raw: mailSource(row.id, headers, alternatives, files),
  };
}
