import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencePages } from '../../tools/docs-site/reference.mjs';

const docs = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const root = dirname(docs);
/** Base URL of the project's files, such as https://github.com/<owner>/<name>/blob/main. Without it, file names are not linked. */
const source = process.env.DOCS_SOURCE?.replace(/\/$/, '');

/**
 * The documentation as a static site that loads nothing from other hosts. `npm run docs:build` builds it and fails on broken
 * links. Its pages are the files in docs/, as GitHub shows them.
 */
export default {
  title: 'Upstander',
  description: 'Guides, decisions and the API of Upstander.',
  lang: 'en',
  outDir: '../dist/docs',
  cacheDir: '../.data/vitepress',
  cleanUrls: true,
  lastUpdated: false,
  // README.md of a folder is the page of the folder.
  rewrites: { 'decisions/README.md': 'decisions/index.md' },
  // The check of links and resources (tools/checks/docs-site.mjs) needs neither small files nor colors.
  ...(process.env.DOCS_CHECK && { vite: { build: { minify: false } } }),
  markdown: {
    config: outsideLinks,
    ...(process.env.DOCS_CHECK && { highlight: (code) => `<pre>${escape(code)}</pre>` }),
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guides', link: '/' },
      { text: 'API', link: '/api/' },
      { text: 'Decisions', link: '/decisions/' },
    ],
    sidebar: { '/api/': api(), '/decisions/': decisions(), '/': guides() },
  },
};

function escape(code) {
  return code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;');
}

function guides() {
  return [
    {
      text: 'Guides by role',
      items: [
        ['Organizers', 'organizer-guide'],
        ['Finance', 'finance-guide'],
        ['Advocates', 'advocate-guide'],
        ['Moderators', 'moderator-guide'],
        ['Editors', 'editor-guide'],
        ['Help lines and services', 'directory-guide'],
        ['Schools', 'schools-guide'],
        ['Businesses', 'business-guide'],
      ].map(item),
    },
    {
      text: 'For operators',
      items: [
        ['Install and run', 'operator-guide'],
        ['Settings', 'configuration'],
        ['Scaling', 'scaling'],
      ].map(item),
    },
    {
      text: 'Security',
      items: [
        ['Security model', 'security-model'],
        ...readdirSync(join(docs, 'security'))
          .filter((name) => name.endsWith('.md'))
          .map((name) => [titleOf(`security/${name}`), `security/${name.slice(0, -3)}`]),
      ].map(item),
    },
    {
      text: 'For developers',
      items: [
        ['The API', 'api/'],
        ['Access tokens', 'access-tokens'],
        ['REST', 'rest'],
        ['Decisions', 'decisions/'],
      ].map(item),
    },
  ];
}

function decisions() {
  const items = readdirSync(join(docs, 'decisions'))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => [titleOf(`decisions/${name}`), `decisions/${name.slice(0, -3)}`])
    .sort(([a], [b]) => a.localeCompare(b));
  return [{ text: 'Decisions', link: '/decisions/', items: items.map(item) }];
}

function api() {
  const pages = referencePages();
  const libraries = [...new Set(pages.map(({ library }) => library))].filter(Boolean);
  return [
    {
      text: 'The API',
      items: [
        ['Using the API', 'api/'],
        ['Common types', 'api/common'],
      ].map(item),
    },
    ...libraries.map((library) => ({
      text: library[0].toUpperCase() + library.slice(1),
      collapsed: true,
      items: pages.filter((one) => one.library === library).map(({ title, page }) => item([title, `api/${page}`])),
    })),
  ];
}

function item([text, path]) {
  return { text, link: `/${path}` };
}

function titleOf(path) {
  return /^# (.+)$/m.exec(readFileSync(join(docs, path), 'utf8'))?.[1] ?? path;
}

/** Turns links to project files that aren't pages into links to their source, or into plain text. */
function outsideLinks(markdown) {
  markdown.core.ruler.push('outside-links', ({ tokens, env }) => {
    for (const inline of tokens.filter(({ type }) => type === 'inline')) {
      const children = inline.children ?? [];
      for (const [at, open] of children.entries()) {
        if (open.type !== 'link_open') continue;
        const path = fileOf(open.attrGet('href') ?? '', env);
        if (path === null) continue;
        if (source) open.attrSet('href', `${source}/${path}`);
        else {
          const close = children.findIndex((one, later) => later > at && one.type === 'link_close');
          for (const one of [open, children[close]]) Object.assign(one, { tag: 'span', attrs: null });
        }
      }
    }
  });
}

/** The path in the project, when a link leads out of docs/ or to what is no Markdown; null for pages and other hosts. */
function fileOf(href, { path: page, realPath }) {
  if (/^(?:[a-z]+:|#|\/)/.test(href) || href === '') return null;
  const from = dirname(realPath ?? page ?? docs);
  const target = resolve(from, decodeURI(href.replace(/#.*$/, '')));
  const isPage = !relative(docs, target).startsWith('..') && (target.endsWith('.md') || !existsSync(target));
  if (isPage || !existsSync(target)) return null;
  return statSync(target).isDirectory() && !relative(docs, target).startsWith('..') ? null : relative(root, target);
}
