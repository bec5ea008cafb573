import MarkdownIt from 'markdown-it';
import { showRealHosts } from './link-hosts.js';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

// Only addresses a person can check before following; a relative one would mean something else on every page.
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim());

showRealHosts(markdown);

markdown.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'nofollow noopener');
  return self.renderToken(tokens, index, options);
};

// A picture would make the reader's browser ask another host: what it shows is said in its place.
markdown.renderer.rules['image'] = (tokens, index, options, env, self) =>
  markdown.utils.escapeHtml(self.renderInlineAsText(tokens[index]?.children ?? [], options, env));

/** Markdown as somebody wrote it, as HTML that is safe on our pages: no tags of their own, no scripts, no pictures. */
export function safeHtml(text: string): string {
  let html = written.get(text);
  if (html === undefined) {
    html = markdown.render(text);
    if (written.size >= mostWritten) written.clear();
    written.set(text, html);
  }
  return html;
}

/** The same descriptions are read all day. */
const written = new Map<string, string>();
const mostWritten = 200;

/** The same as paragraphs of plain text, for mails; the address of a link stands behind its words. */
export function plainParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'fence' || token.type === 'code_block') paragraphs.push(token.content.trimEnd());
    if (token.type !== 'inline') continue;
    let said = '';
    let address = '';
    for (const part of token.children ?? []) {
      if (part.type === 'link_open') address = part.markup === 'linkify' ? '' : String(part.attrGet('href') ?? '');
      else if (part.type === 'link_close' && address) said += ` (${address})`;
      else if (part.type === 'softbreak' || part.type === 'hardbreak') said += '\n';
      else said += part.content;
    }
    if (said.trim()) paragraphs.push(said.trim());
  }
  return paragraphs;
}
