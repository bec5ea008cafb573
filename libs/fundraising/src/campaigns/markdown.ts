import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

const ownPicture = /^\/files\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// Only addresses a person can check before following; a relative one would mean something else on every page.
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim()) || ownPicture.test(url.trim());

markdown.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'nofollow noopener');
  return self.renderToken(tokens, index, options);
};

// A picture from elsewhere would make the reader's browser ask another host: what it shows is said in its place.
markdown.renderer.rules['image'] = (tokens, index, options, env, self) => {
  const token = tokens[index];
  const alt = token ? self.renderInlineAsText(token.children ?? [], options, env) : '';
  const src = String(token?.attrGet('src') ?? '');
  const said = markdown.utils.escapeHtml(alt);
  return ownPicture.test(src) ? `<img src="${src}" alt="${said}" loading="lazy">` : said;
};

/** Markdown as somebody wrote it, as HTML that is safe on our pages: no tags of their own, no scripts, our pictures only. */
export function safeHtml(text: string): string {
  return markdown.render(text);
}
