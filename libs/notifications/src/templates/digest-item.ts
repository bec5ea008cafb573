import type { LocaleName } from '@upstander/identity';
import type { MailBlock } from '../layout/mail-layout.js';
import type { DigestPart, MailText } from './defined-mail.js';
import type { DigestItem } from './mail-template.js';
import { words } from '../layout/layout.mail.generated.js';

/** Returns the part of an email that its daily summary contains. */
export function digestItem(text: MailText, part: DigestPart, locale: LocaleName): DigestItem {
  const { subject } = text;
  if (part === 'link') return { subject, blocks: [linkBlock(text)] };
  if (part === 'sections') return { subject, blocks: [{ title: text.heading }, ...text.blocks.slice(1)] };
  const quotes = text.blocks.filter((block) => typeof block !== 'string' && 'quote' in block);
  const reply: MailBlock[] = text.replyTo
    ? [{ links: [{ label: words[locale].reply({ subject }), url: `mailto:${text.replyTo}` }] }]
    : [];
  return { subject, blocks: [{ title: subject }, ...quotes, ...reply] };
}

function linkBlock({ subject, blocks }: MailText): MailBlock {
  for (const block of blocks)
    if (typeof block !== 'string' && 'buttons' in block && block.buttons[0])
      return { links: [{ label: subject, url: block.buttons[0].url }] };
  return subject;
}
