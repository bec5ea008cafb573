import MarkdownIt from 'markdown-it';
import { useMemo } from 'react';
import { showRealHosts } from './link-hosts';
import classes from './markdown.module.css';

// As the API makes it: no tags of one's own, no pictures of other hosts, only addresses a person can check.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim());
markdown.disable('image');
showRealHosts(markdown);

/** Markdown as people will see it. The reader lets no HTML through, so what it writes may go into the page. */
export function Markdown({ text }: { text: string }) {
  const html = useMemo(() => markdown.render(text), [text]);
  return <div className={classes.prose} dangerouslySetInnerHTML={{ __html: html }} />;
}
