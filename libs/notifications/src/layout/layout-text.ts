import { breakLinks } from './break-links.js';
import { words as layoutWords } from './layout.mail.generated.js';
import type { MailBlock, MailDescription, Sender } from './mail-layout.js';

const width = 76;

export function layoutText(sender: Sender, mail: MailDescription): string {
  const words = layoutWords[mail.locale];
  const own = `${sender.PUBLIC_URL}/`;
  const wrapInert = (text: string) => wrap(breakLinks(text, own));
  const parts = mail.blocks.map((block) => blockText(block, words.writes, wrapInert));
  const about = [
    words.sentBy({ organization: sender.ORGANIZATION_NAME }),
    sender.POSTAL_ADDRESS,
    sender.PUBLIC_URL,
    mail.preferencesUrl ? `${words.preferences}:\n${mail.preferencesUrl}` : '',
  ];
  const foot = `-- \n${about.filter((line) => line !== '').join('\n')}`;
  return `${[wrapInert(mail.heading), ...parts, foot].join('\n\n')}\n`;
}

function blockText(
  block: MailBlock,
  writes: (who: { name: string }) => string,
  wrapInert: (text: string) => string,
): string {
  if (typeof block === 'string') return wrapInert(block);
  if ('facts' in block) {
    return block.facts.map(([label, value, links]) => (links ? wrap : wrapInert)(`${label}: ${value}`)).join('\n');
  }
  if ('buttons' in block) return block.buttons.map(({ label, url }) => `${label}:\n${url}`).join('\n\n');
  if ('links' in block) return block.links.map(({ label, url }) => `${wrapInert(label)}\n${url}`).join('\n\n');
  if ('code' in block) return `    ${block.code}`;
  if ('quote' in block) {
    const quoted = wrap(block.quote, width - 2).replace(/^/gm, '> ');
    return block.by ? `${writes({ name: block.by })}\n${quoted}` : quoted;
  }
  if ('title' in block) return wrapInert(block.title.toUpperCase());
  return wrapInert(block.small);
}

/** Wraps long lines between words. A longer URL stays whole. */
function wrap(text: string, columns = width): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const lines = [''];
      for (const word of line.split(' ')) {
        const last = lines.at(-1) ?? '';
        if (last === '') lines[lines.length - 1] = word;
        else if (last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      return lines.join('\n');
    })
    .join('\n');
}
