import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkGroups, shellEntries } from './chunk-groups';
import { precompress } from './precompress';
import { preloadFonts } from './preload-fonts';
import { screenAreas } from './screen-areas';
import { signInPage } from './sign-in-page';

/** API used by the development server. Defaults to the one of `npm start`. */
const apiUrl = process.env['API_URL'] ?? 'http://localhost:3000';
const conditions = ['@upstander/source', 'module', 'browser', 'development|production'];

export default defineConfig({
  base: '/admin/',
  plugins: [screenAreas(), react(), preloadFonts(), signInPage(conditions), precompress()],
  resolve: { conditions },
  server: { proxy: { '^/(?!admin/)': apiUrl } },
  build: {
    outDir: 'dist',
    // The content security policy forbids inline scripts, and the polyfill would be one.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The sign-in page loads nothing of the admin.
    rolldownOptions: {
      input: ['index.html', 'sign-in.html', ...shellEntries],
      output: { codeSplitting: { groups: chunkGroups } },
    },
  },
});
