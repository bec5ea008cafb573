import MarkdownIt from 'markdown-it';
import { useMemo } from 'react';
import { showRealHosts } from './link-hosts';
import classes from './markdown.module.css';

// Same rules as in the API: no HTML, no external images, only http(s) and mailto links.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim());
markdown.disable('image');
showRealHosts(markdown);

/** Rendered Markdown. HTML is disabled, so the output is safe to insert. */
export function Markdown({ text }: { text: string }) {
  const html = useMemo(() => markdown.render(text), [text]);
  return <div className={classes.prose} dangerouslySetInnerHTML={{ __html: html }} />;
}
