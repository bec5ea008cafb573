import type MarkdownIt from 'markdown-it';

type Markdown = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Markdown['parse']>[number];

/**
 * `[good.org](https://evil.example)` becomes "good.org (evil.example)". The admin's preview does the same
 * (`apps/admin/src/parts/ui/link-hosts.ts`).
 */
export function showRealHosts(markdown: Markdown): void {
  markdown.core.ruler.push('real-hosts', ({ tokens, Token }) => {
    for (const { children } of tokens) {
      if (!children) continue;
      let openedAt = -1;
      for (let at = 0; at < children.length; at++) {
        const token = children[at]!;
        if (token.type === 'link_open') openedAt = at;
        if (token.type !== 'link_close' || openedAt < 0) continue;
        const host = hiddenHost(children.slice(openedAt + 1, at), String(children[openedAt]!.attrGet('href') ?? ''));
        openedAt = -1;
        if (host === null) continue;
        const hostToken = new Token('text', '', 0);
        hostToken.content = ` (${host})`;
        children.splice(at++, 0, hostToken);
      }
    }
  });
}

/** Longer texts always get their host, because searching them for names could be slow. */
const longestSearched = 300;

const hostName = /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;

/** Null if the text names no host, or the one that the link leads to. */
function hiddenHost(text: readonly Token[], href: string): string | null {
  // A page of this site.
  if (href.startsWith('/')) return null;
  const host = hostOf(href);
  const words = text.map((token) => token.content || textOf(token)).join('');
  if (words.length > longestSearched) return host;
  // Full-width dots and invisible characters read like a host too.
  const normalizedWords = words
    .normalize('NFKC')
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/\p{Cf}/gu, '');
  const matchesHost = (name: string) => host === name || host.endsWith(`.${name}`);
  return (normalizedWords.match(hostName) ?? []).every((name) => matchesHost(withoutWww(hostOf(`http://${name}`))))
    ? null
    : host;
}

function textOf(token: Token): string {
  return (token.children ?? []).map(({ content }) => content).join('');
}

/** Returns the host without `www.`, or an empty string for an invalid URL. */
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
