import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

// Only addresses a person can check before following; a relative one would mean something else on every page.
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim());
// An image would make the reader's browser ask another host.
markdown.disable('image');

markdown.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'nofollow noopener');
  return self.renderToken(tokens, index, options);
};

/** Markdown as an organizer wrote it, as HTML that is safe on our pages: no tags of their own, no scripts, no images. */
export function safeHtml(text: string): string {
  return markdown.render(text);
}
