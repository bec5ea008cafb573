import MarkdownIt from 'markdown-it';
import { showRealHosts } from './link-hosts.js';

// A relative URL would point elsewhere on every page.
const web = /^(https?:\/\/|mailto:)/i;
const webOrOwnPage = /^(https?:\/\/|mailto:|\/(?![/\\]))/i;

const markdown = rendererOf(web);
const articles = rendererOf(webOrOwnPage);

function rendererOf(links: RegExp): InstanceType<typeof MarkdownIt> {
  const renderer = new MarkdownIt({ html: false, linkify: true, breaks: true });
  renderer.validateLink = (url) => links.test(url.trim());
  showRealHosts(renderer);
  renderer.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet('rel', 'nofollow noopener');
    return self.renderToken(tokens, index, options);
  };
  // Images would make the browser contact another host.
  renderer.renderer.rules['image'] = (tokens, index, options, env, self) =>
    renderer.utils.escapeHtml(self.renderInlineAsText(tokens[index]?.children ?? [], options, env));
  return renderer;
}

/** Renders Markdown as HTML that is safe on our pages: no tags, scripts or pictures. */
export function safeHtml(text: string): string {
  return renderCached(markdown, text, html);
}

/** Renders an article or a lesson like `safeHtml`, with links to pages of the site, for example `/talk`. */
export function articleHtml(text: string): string {
  return renderCached(articles, text, articlesHtml);
}

const html = new Map<string, string>();
const articlesHtml = new Map<string, string>();
const maxCached = 200;

function renderCached(renderer: InstanceType<typeof MarkdownIt>, text: string, cache: Map<string, string>): string {
  let cachedHtml = cache.get(text);
  if (cachedHtml === undefined) {
    cachedHtml = renderer.render(text);
    if (cache.size >= maxCached) cache.clear();
    cache.set(text, cachedHtml);
  }
  return cachedHtml;
}

/** Converts Markdown to paragraphs of plain text for emails, with URLs after their link text. */
export function plainParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'fence' || token.type === 'code_block') paragraphs.push(token.content.trimEnd());
    if (token.type !== 'inline') continue;
    let plain = '';
    let address = '';
    for (const part of token.children ?? []) {
      if (part.type === 'link_open') address = part.markup === 'linkify' ? '' : String(part.attrGet('href') ?? '');
      else if (part.type === 'link_close' && address) plain += ` (${address})`;
      else if (part.type === 'softbreak' || part.type === 'hardbreak') plain += '\n';
      else plain += part.content;
    }
    if (plain.trim()) paragraphs.push(plain.trim());
  }
  return paragraphs;
}
