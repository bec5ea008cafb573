import type { Plugin } from 'vite';

const preloadedFonts = /(figtree-latin-wght-normal|newsreader-500)[^/]*\.woff2$/;

/** Preloads the two typefaces beside the style sheet, so that text rarely shows in the fallback. */
export function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => preloadedFonts.test(name))
          .map((name) => ({
            tag: 'link',
            injectTo: 'head',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/admin/${name}`, crossorigin: '' },
          })),
    },
  };
}
