import { actionColors } from '@upstander/platform';
import { breakLinks } from './break-links.js';
import { words as layoutWords } from './layout.mail.generated.js';
import type { MailBlock, MailDescription, MailFact, Sender } from './mail-layout.js';

/*
 * Inline styles, because email clients drop style sheets. The sheet in the head only provides dark mode. No layout
 * tables, images or external resources. Colors match libs/web-kit, which server libraries can't import.
 */
const light = {
  page: '#fbf8f3',
  card: '#ffffff',
  ink: '#22271f',
  soft: '#5a5d52',
  line: '#e3dccf',
  green: '#1f5c4a',
};
const dark = {
  page: '#151917',
  card: '#1d2320',
  ink: '#edeae2',
  soft: '#b3b6ab',
  line: '#333b36',
  green: '#86cdb3',
  onGreen: '#0c2219',
};
/** Our typefaces where they are installed. Loading them would tell another host that the email was opened. */
const font = "font-family:Figtree,system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const titleFont = "font-family:Newsreader,Georgia,'Times New Roman',serif;font-weight:500";
const paragraph = `margin:0 0 16px;font-size:16px;line-height:1.5;color:${light.ink};overflow-wrap:anywhere`;

const darkStyles = ({ action, onAction }: { action: string; onAction: string }) => `@media (prefers-color-scheme:dark){
.page{background:${dark.page}!important}.card{background:${dark.card}!important;border-color:${dark.line}!important}
.ink{color:${dark.ink}!important}.soft{color:${dark.soft}!important}.rule{border-color:${dark.line}!important}
.link{color:${action}!important}
.button{background:${action}!important;border-color:${action}!important;color:${onAction}!important}
.second{background:${dark.card}!important;color:${action}!important}}`;

const standardDark = { action: dark.green, onAction: dark.onGreen };

/** The logo without an image: three people, the middle one standing taller. */
const mark = `<span aria-hidden="true" style="white-space:nowrap">${[10, 18, 10].map((height) => `<span style="display:inline-block;width:5px;height:${height}px;margin-right:4px;border-radius:3px;background:#ffffff"></span>`).join('')}</span> `;

/** Renders an accessible HTML document for small screens and dark mode. */
export function layoutHtml(sender: Sender, mail: MailDescription): string {
  const words = layoutWords[mail.locale];
  const first = mail.blocks.find((block): block is string => typeof block === 'string');
  const preview = mail.preview ?? first ?? '';
  const ownUrl = `${sender.PUBLIC_URL}/`;
  const heading = breakLinks(mail.heading, ownUrl);
  const color = sender.MAIL_COLOR ?? light.green;
  const darkColors = color === light.green ? standardDark : actionColors(color).dark;
  const writing = { ownUrl, writes: words.writes, color };
  const body = mail.blocks.map((block) => blockHtml(block, writing)).join('\n');
  return `<!doctype html>
<html lang="${mail.locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(heading)}</title>
<style>:root{color-scheme:light dark;supported-color-schemes:light dark}
${darkStyles(darkColors)}</style>
</head>
<body class="page" style="margin:0;padding:16px 8px;background:${light.page};${font};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden" aria-hidden="true">${escape(breakLinks(preview, ownUrl))}</div>
<div lang="${mail.locale}" style="max-width:560px;margin:0 auto">
${headHtml(sender)}
<main class="card" style="background:${light.card};border:1px solid ${light.line};border-radius:${sender.MAIL_COLOR === null ? '14px' : '0 0 14px 14px'};padding:24px 20px 12px">
<h1 class="ink" style="margin:0 0 16px;${titleFont};font-size:26px;line-height:1.2;letter-spacing:-0.01em;color:${light.ink};overflow-wrap:anywhere">${escape(heading)}</h1>
${body}
</main>
<footer style="padding:16px 20px">
<p class="soft" style="margin:0;font-size:14px;line-height:1.5;color:${light.soft}">${escape(words.sentBy({ organization: sender.ORGANIZATION_NAME }))}<br>${sender.POSTAL_ADDRESS && `${lines(sender.POSTAL_ADDRESS)}<br>`}<a class="link" href="${escape(sender.PUBLIC_URL)}" style="color:${color}">${escape(sender.PUBLIC_URL.replace(/^https?:\/\//, ''))}</a>${preferencesHtml(mail, words.preferences, color)}</p>
</footer>
</div>
</body>
</html>
`;
}

function preferencesHtml({ preferencesUrl }: MailDescription, label: string, color: string): string {
  if (!preferencesUrl) return '';
  return `<br><a class="link" href="${escape(preferencesUrl)}" style="color:${color}">${escape(label)}</a>`;
}

function headHtml({ MAIL_COLOR, ORGANIZATION_NAME, hasOwnLogo = false }: Sender): string {
  if (MAIL_COLOR === null) return '';
  const style = `margin:0;padding:14px 20px;border-radius:14px 14px 0 0;background:${MAIL_COLOR};color:#ffffff;font-size:16px;line-height:1.3;font-weight:700;overflow-wrap:anywhere`;
  return `<p style="${style}">${hasOwnLogo ? '' : mark}${escape(ORGANIZATION_NAME)}</p>`;
}

interface HtmlContext {
  ownUrl: string;
  writes: (who: { name: string }) => string;
  color: string;
}

function blockHtml(block: MailBlock, { ownUrl, writes, color }: HtmlContext): string {
  if (typeof block === 'string') return `<p class="ink" style="${paragraph}">${linkUrls(block, ownUrl)}</p>`;
  if ('facts' in block) return facts(block.facts, ownUrl);
  if ('buttons' in block) return block.buttons.map((one, place) => buttonHtml(one, place, color)).join('\n');
  if ('links' in block) return block.links.map((one) => linkHtml(one, ownUrl, color)).join('\n');
  if ('code' in block) {
    const style = `${paragraph};font-size:28px;letter-spacing:4px;font-weight:700;font-family:ui-monospace,Menlo,Consolas,monospace`;
    return `<p class="ink" style="${style}">${escape(block.code)}</p>`;
  }
  if ('quote' in block) {
    const by = block.by
      ? `<p class="soft" style="${paragraph};color:${light.soft}">${escape(writes({ name: block.by }))}</p>\n`
      : '';
    const style = `margin:0 0 16px;padding:0 0 0 12px;border-left:4px solid ${light.line}`;
    return `${by}<blockquote class="rule" style="${style}"><p class="ink" style="${paragraph};margin:0">${lines(block.quote)}</p></blockquote>`;
  }
  if ('title' in block) {
    const style = `margin:24px 0 12px;${titleFont};font-size:20px;line-height:1.3;color:${light.ink};overflow-wrap:anywhere`;
    return `<h2 class="ink" style="${style}">${escape(breakLinks(block.title, ownUrl))}</h2>`;
  }
  return `<p class="soft" style="${paragraph};font-size:14px;color:${light.soft}">${linkUrls(block.small, ownUrl)}</p>`;
}

function facts(pairs: readonly MailFact[], ownUrl: string): string {
  const items = pairs.map(
    ([label, value, links]) =>
      `<dt class="soft" style="margin:0;font-size:14px;line-height:1.4;color:${light.soft}">${escape(label)}</dt>` +
      `<dd class="ink" style="margin:0 0 12px;font-size:16px;line-height:1.5;font-weight:600;color:${light.ink};overflow-wrap:anywhere">${links ? linkUrls(value, 'http') : linkUrls(value, ownUrl)}</dd>`,
  );
  return `<dl class="rule" style="margin:0 0 16px;padding:16px 0 4px;border-top:1px solid ${light.line};border-bottom:1px solid ${light.line}">\n${items.join('\n')}\n</dl>`;
}

/** Renders the first button filled and the others outlined. */
function buttonHtml({ label, url }: { label: string; url: string }, place: number, color: string): string {
  const [name, colors] =
    place === 0
      ? ['button', `background:${color};color:#ffffff`]
      : ['button second', `background:${light.card};color:${color}`];
  const style = `display:inline-block;padding:12px 20px;border:2px solid ${color};border-radius:10px;font-size:16px;line-height:1.3;font-weight:600;text-decoration:none;${colors}`;
  return `<p style="margin:0 0 16px"><a class="${name}" href="${escape(url)}" style="${style}">${escape(label)}</a></p>`;
}

function linkHtml({ label, url }: { label: string; url: string }, ownUrl: string, color: string): string {
  return `<p style="${paragraph}"><a class="link" href="${escape(url)}" style="color:${color}">${escape(breakLinks(label, ownUrl))}</a></p>`;
}

/** Links URLs that start with `beginning`. Other URLs are made inert, because a stranger may have typed them. */
function linkUrls(text: string, beginning: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((piece) =>
      /^https?:/.test(piece) && piece.startsWith(beginning)
        ? `<a class="link" href="${escape(piece)}" style="color:${light.green}">${escape(piece)}</a>`
        : lines(beginning === 'http' ? piece : breakLinks(piece, beginning)),
    )
    .join('');
}

function lines(text: string): string {
  return escape(text).replace(/\r\n|\r|\n/g, '<br>');
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
