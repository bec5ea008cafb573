import { reactRouter } from '@react-router/dev/vite';
import { createRequire } from 'node:module';
import { defineConfig } from 'vite';

// The package doesn't export its production build and leads servers to the slower development build.
const production = createRequire(import.meta.url)
  .resolve('react-router')
  .replace(/dist[\\/]development[\\/]index\.\w+$/, 'dist/production/index.mjs');

export default defineConfig({
  plugins: [reactRouter()],
  // React's development build is several times slower, so the production build is always used.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  resolve: {
    alias: [{ find: /^react-router$/, replacement: production }],
    conditions: ['@upstander/source', 'module', 'browser', 'default'],
  },
  ssr: {
    resolve: { conditions: ['@upstander/source', 'module', 'node', 'default'] },
    // Bundles everything, including React, so that the built site has no dependencies.
    noExternal: true,
  },
});
