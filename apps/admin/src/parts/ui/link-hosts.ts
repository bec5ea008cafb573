import type MarkdownIt from 'markdown-it';

type Markdown = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Markdown['parse']>[number];

/**
 * Shows the real host after a link whose text names another one: `[good.org](https://evil.example)` becomes "good.org
 * (evil.example)". As the API does (`libs/platform/src/typed/link-hosts.ts`).
 */
export function showRealHosts(markdown: Markdown): void {
  markdown.core.ruler.push('real-hosts', ({ tokens, Token }) => {
    for (const { children } of tokens) {
      if (!children) continue;
      let openIndex = -1;
      for (let at = 0; at < children.length; at++) {
        const token = children[at]!;
        if (token.type === 'link_open') openIndex = at;
        if (token.type !== 'link_close' || openIndex < 0) continue;
        const host = hiddenHost(children.slice(openIndex + 1, at), String(children[openIndex]!.attrGet('href') ?? ''));
        openIndex = -1;
        if (host === null) continue;
        const textToken = new Token('text', '', 0);
        textToken.content = ` (${host})`;
        children.splice(at++, 0, textToken);
      }
    }
  });
}

/** Longer texts always show their host, because the search for host names could be slow. */
const longestSearched = 300;

const hostName = /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;

function hiddenHost(text: readonly Token[], href: string): string | null {
  const host = hostOf(href);
  const words = text.map((token) => token.content || textOf(token)).join('');
  if (words.length > longestSearched) return host;
  // Full-width dots and invisible characters can imitate a host name.
  const mentionedHosts = words
    .normalize('NFKC')
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/\p{Cf}/gu, '');
  const isSameHost = (name: string) => host === name || host.endsWith(`.${name}`);
  return (mentionedHosts.match(hostName) ?? []).every((name) => isSameHost(withoutWww(hostOf(`http://${name}`))))
    ? null
    : host;
}

function textOf(token: Token): string {
  return (token.children ?? []).map(({ content }) => content).join('');
}

/** Returns the host without `www.`, like browsers, or an empty string for an invalid URL. */
function hostOf(href: string): string {
  try {
    const url = new URL(href);
    return withoutWww(url.protocol === 'mailto:' ? (url.pathname.split('@').at(-1) ?? '').toLowerCase() : url.hostname);
  } catch {
    return '';
  }
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
