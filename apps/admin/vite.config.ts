import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress';
import { signInPage } from './sign-in-page';

/** What `npm start` serves answers everything but the screens themselves; API_URL names another one. */
const apiUrl = process.env['API_URL'] ?? 'http://localhost:3000';
const conditions = ['@upstander/source', 'module', 'browser', 'development|production'];

export default defineConfig({
  base: '/admin/',
  plugins: [react(), signInPage(conditions), precompress()],
  resolve: { conditions },
  server: { proxy: { '^/(?!admin/)': apiUrl } },
  build: {
    outDir: 'dist',
    // The policy of the served pages allows no inline script, and the polyfill would be one.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Whoever signs in needs nothing of the screens behind.
    rolldownOptions: {
      input: ['index.html', 'sign-in.html'],
      output: { codeSplitting: { groups: [{ name: 'react', test: /\/node_modules\/(react|react-dom|scheduler)\// }] } },
    },
  },
});
