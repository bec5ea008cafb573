import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress';

/** What `npm start` serves answers everything but the screens themselves; API_URL names another one. */
const apiUrl = process.env['API_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  base: '/admin/',
  plugins: [react(), precompress()],
  resolve: { conditions: ['@upstander/source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '^/(?!admin/)': apiUrl } },
  // The policy of the served pages allows no inline script, and the polyfill would be one.
  build: { outDir: 'dist', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});
