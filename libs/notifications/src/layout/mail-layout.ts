import { Injectable } from '@nestjs/common';
import { Config } from '@upstander/platform';
import type { MailLocale, RenderedMail } from '../templates/mail-template.js';
import { escapeHtml } from './escape-html.js';
import { layoutTexts } from './layout-texts.js';
import { styles } from './mail-styles.js';

/** What a mail consists of, in reading order. Every text is plain: the layout escapes it. */
export type MailBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: ReadonlyArray<readonly [label: string, value: string]> }
  | { kind: 'button'; label: string; url: string; quiet?: boolean }
  | { kind: 'quote'; text: string }
  | { kind: 'small'; text: string };

export interface MailContent {
  locale: MailLocale;
  subject: string;
  /** Shown beside the subject in an inbox. */
  preview: string;
  title: string;
  blocks: readonly MailBlock[];
}

/** One description in, HTML and plain text out: the two always say the same. */
@Injectable()
export class MailLayout {
  constructor(private readonly config: Config) {}

  render(content: MailContent): Pick<RenderedMail, 'subject' | 'html' | 'text'> {
    // A line break in a subject would begin a header of its own.
    const subject = content.subject.replace(/\s+/g, ' ').trim();
    return { subject, html: this.html({ ...content, subject }), text: this.text(content) };
  }

  private html({ locale, subject, preview, title, blocks }: MailContent): string {
    const { ORGANISATION_NAME: name, POSTAL_ADDRESS: address } = this.config;
    return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${styles}</style>
</head>
<body>
<div class="preview">${escapeHtml(preview)}</div>
<div class="page" role="article" lang="${locale}">
<p class="sender">${escapeHtml(name)}</p>
<div class="card">
<h1>${escapeHtml(title)}</h1>
${blocks.map(blockHtml).join('\n')}
</div>
<p class="foot">${escapeHtml(layoutTexts[locale].why(name))}<br>${escapeHtml(address)}</p>
</div>
</body>
</html>
`;
  }

  private text({ locale, title, blocks }: MailContent): string {
    const { ORGANISATION_NAME: name, POSTAL_ADDRESS: address } = this.config;
    const foot = `-- \n${layoutTexts[locale].why(name)}\n${address}\n`;
    return `${[title, ...blocks.map(blockText)].join('\n\n')}\n\n${foot}`;
  }
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${lines(block.text)}</p>`;
    case 'small':
      return `<p class="small">${lines(block.text)}</p>`;
    case 'quote':
      return `<blockquote>${lines(block.text)}</blockquote>`;
    case 'button':
      return `<p><a class="button${block.quiet ? ' quiet' : ''}" href="${escapeHtml(block.url)}">${escapeHtml(block.label)}</a></p>`;
    case 'facts':
      return `<dl>${block.facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${lines(value)}</dd>`).join('')}</dl>`;
  }
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'small':
      return block.text;
    case 'quote':
      return block.text.replace(/^/gm, '> ');
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  }
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}
