import type { Config } from '@upstander/platform';
import type { MailContent, MailRow } from '../templates/mail-template.js';
import { mailDomain } from './mail-domain.js';
import { bareAddress, mailboxHeader, mailSource, textHeader, type MailPart } from './mail-source.js';

/** What a mail server is handed: who it is for, and what it says. */
export interface ComposedMail {
  envelope: { from: string; to: string[] };
  raw: Buffer;
}

/**
 * The mail as it leaves. Its Message-ID follows from its row, so that a second copy can be told for what it is. What
 * comes from a person (subject, addresses) is put where it can be nothing else: no line break begins a header.
 */
export function composeMail(
  config: Pick<Config, 'MAIL_DOMAIN' | 'MAIL_FROM' | 'ORGANISATION_NAME'>,
  row: Pick<MailRow, 'id' | 'recipient' | 'locale'>,
  mail: MailContent,
  now: Date,
): ComposedMail {
  const to = bareAddress(row.recipient);
  const { ics } = mail;
  const domain = mailDomain(config);
  const alternatives: MailPart[] = [
    { type: 'text/plain; charset=utf-8', content: mail.text },
    { type: 'text/html; charset=utf-8', content: mail.html },
    // Mail programs that know calendars show this part; the others get it as a file.
    ...(ics ? [{ type: `text/calendar; charset=utf-8; method=${ics.method}`, content: ics.content }] : []),
  ];
  const files: MailPart[] = ics ? [{ type: 'application/ics', content: ics.content, filename: 'event.ics' }] : [];
  const headers: Array<[string, string]> = [
    ['From', mailboxHeader(config.MAIL_FROM, mail.discreet ? '' : config.ORGANISATION_NAME)],
    ['To', to],
    ['Subject', textHeader(mail.subject)],
    ['Message-ID', `<${row.id}@${domain}>`],
    ['Date', now.toUTCString().replace('GMT', '+0000')],
    // RFC 3834: an absence note must not answer us.
    ['Auto-Submitted', 'auto-generated'],
    ['Content-Language', row.locale],
  ];
  if (mail.replyTo) headers.push(['Reply-To', mailboxHeader(mail.replyTo)]);
  // RFC 2919 and RFC 8058: only appeals are sent to a list and can be unsubscribed from.
  if (mail.unsubscribe) {
    headers.push(['List-Id', `<${mail.unsubscribe.list}.${domain}>`]);
    headers.push(['List-Unsubscribe', `<${new URL(mail.unsubscribe.url).href}>`]);
    headers.push(['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click']);
  }
  return { envelope: { from: config.MAIL_FROM, to: [to] }, raw: mailSource(row.id, headers, alternatives, files) };
}
