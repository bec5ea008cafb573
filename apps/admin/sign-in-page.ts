import react from '@vitejs/plugin-react';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { compressFile } from './precompress';
import { fontSizes } from './src/app/type-scale';

type SignInRenderer = typeof import('./src/sign-in/render-sign-in-pages');
type Bundle = Parameters<Extract<Plugin['writeBundle'], (...args: never[]) => unknown>>[1];
type Colors = typeof import('@upstander/web-kit');

/**
 * Renders the sign-in page at build time: the HTML contains the form and its styles, per language and starting step
 * (`dist/sign-in/en-password.html`). On a slow connection, users can type before the first script arrives.
 */
export function signInPage(resolveConditions: string[]): Plugin {
  /** Loads source files through Vite, with the same module resolution as the build. */
  async function withSources<T>(run: (load: (path: string) => Promise<unknown>) => Promise<T>): Promise<T> {
    const server = await createServer({
      configFile: false,
      base: '/admin/',
      mode: 'production',
      appType: 'custom',
      logLevel: 'error',
      plugins: [react()],
      resolve: { conditions: resolveConditions },
      ssr: { resolve: { conditions: resolveConditions }, noExternal: [/^@upstander\//] },
      server: { middlewareMode: true, hmr: false, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true, include: [] },
    });
    try {
      return await run((path) => server.ssrLoadModule(path));
    } finally {
      await server.close();
    }
  }

  return {
    name: 'sign-in-page',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url?.replace(/^\/admin\/sign-in(?=\?|$)/, '/admin/sign-in.html');
        next();
      });
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { filename }) {
        if (!filename.endsWith('sign-in.html')) return html;
        const style = await withSources(async (load) => colorsOf((await load('@upstander/web-kit')) as Colors));
        return html.replace('</head>', `<style>${style}</style></head>`);
      },
    },
    // Runs after all files are written and compressed.
    writeBundle: { order: 'post', sequential: true, handler: drawPages },
  };

  async function drawPages({ dir = 'dist' }: { dir?: string }, bundle: Bundle): Promise<void> {
    const file = join(dir, 'sign-in.html');
    const shellHtml = inlineSources(await readFile(file, 'utf8'), (name) => {
      const asset = bundle[name];
      if (asset?.type !== 'asset') throw new Error(`The page to sign in has a style that is not there: ${name}`);
      return asset.source.toString();
    });
    const pages = await withSources(async (load) =>
      ((await load('/src/sign-in/render-sign-in-pages.tsx')) as SignInRenderer).renderSignInPages(),
    );
    await mkdir(join(dir, 'sign-in'), { recursive: true });
    for (const { locale, view, title, html } of pages) {
      const words = filesOf(bundle, [`start-words.${locale}.ts`]).filter((name) => !shellHtml.includes(name));
      // Files of the first screen after sign-in. `main.tsx` prefetches them while the user types.
      const preloadedFiles = filesOf(bundle, [
        'app/render-app.tsx',
        'app/frame.tsx',
        'home/home.tsx',
        `admin-words.${locale}.ts`,
        ...['home', 'money', 'palette', 'session'].map((area) => `words/admin/${area}.${locale}.generated.ts`),
      ]);
      const head = [
        ...words.map((name) => `<link rel="modulepreload" crossorigin href="/admin/${name}">`),
        `<meta name="ahead" content="${preloadedFiles.map((name) => `/admin/${name}`).join(' ')}">`,
      ];
      const page = join(dir, 'sign-in', `${locale}-${view}.html`);
      await writeFile(
        page,
        shellHtml
          .replace('<html>', `<html lang="${locale}">`)
          .replace(/<title>.*<\/title>/, `<title>${title}</title>`)
          .replace('</head>', `${head.join('')}</head>`)
          .replace('<div id="root"></div>', () => `<div id="root">${html}</div>`),
      );
      await compressFile(page);
    }
    for (const extension of ['', '.br', '.gz']) await rm(file + extension, { force: true });
  }
}

function filesOf(bundle: Bundle, sources: readonly string[]): string[] {
  const files = new Set<string>();
  const addPart = (part: Bundle[string] | undefined): void => {
    if (part?.type !== 'chunk' || files.has(part.fileName)) return;
    files.add(part.fileName);
    for (const style of part.viteMetadata?.importedCss ?? []) files.add(style);
    for (const name of part.imports) addPart(bundle[name]);
  };
  for (const source of sources) {
    const part = Object.values(bundle).find(
      (chunk) => chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(source),
    );
    if (!part) throw new Error(`No part of its own was made of ${source}.`);
    addPart(part);
  }
  return [...files];
}

/** Returns the site's colors and the admin's text sizes as CSS variables. Filled buttons use the two colors of the admin theme. */
function colorsOf({ adminColors }: Colors): string {
  const [light, dark] = [adminColors('light'), adminColors('dark')];
  const variables = (tokens: Record<string, string>) =>
    Object.entries(tokens)
      .map(([name, value]) => `--u-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
      .join(';');
  const day = `${variables(light)};--field:#fff;--field-line:#cdc5b6;--submit:${light.green};--submit-over:${light.greenStrong}`;
  const darkStyles = `${variables(dark)};--field:#262d29;--field-line:#4a534d;--submit:#2a6f59;--submit-over:#37826a`;
  const sizes = Object.entries(fontSizes).map(([name, size]) => `--mantine-font-size-${name}:${size}`);
  return `:root{${day};${sizes.join(';')}}@media(prefers-color-scheme:dark){:root{${darkStyles}}}`;
}

/** Inlines stylesheets into the page, which saves a request before the first paint. */
function inlineSources(html: string, sourceOf: (name: string) => string): string {
  return html.replace(/<link rel="stylesheet"[^>]*href="\/admin\/([^"]+)"[^>]*>/g, (_link, name: string) => {
    return `<style>${sourceOf(name).trim()}</style>`;
  });
}
