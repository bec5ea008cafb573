import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sampleApi } from './dev/sample-api';
import { precompress } from './precompress';

/** `API_URL=http://127.0.0.1:3000 npx vite` works against a real API; without it a sample one answers. */
const apiUrl = process.env['API_URL'];

export default defineConfig({
  base: '/admin/',
  plugins: [react(), precompress(), ...(apiUrl ? [] : [sampleApi()])],
  resolve: { conditions: ['@upstander/source', 'module', 'browser', 'development|production'] },
  server: apiUrl ? { proxy: { '/graphql': apiUrl } } : {},
  // The policy of the served pages allows no inline script, and the polyfill would be one.
  build: { outDir: 'dist', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});
