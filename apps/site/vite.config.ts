import { reactRouter } from '@react-router/dev/vite';
import { createRequire } from 'node:module';
import { defineConfig } from 'vite';

// The package keeps its production half out of its exports and leads servers to the other one, which is slower.
const production = createRequire(import.meta.url)
  .resolve('react-router')
  .replace(/dist[\\/]development[\\/]index\.\w+$/, 'dist/production/index.mjs');

export default defineConfig({
  plugins: [reactRouter()],
  // React's development half is several times slower; what is built is the other one, wherever it then runs.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  resolve: {
    alias: [{ find: /^react-router$/, replacement: production }],
    conditions: ['@upstander/source', 'module', 'browser', 'default'],
  },
  ssr: {
    resolve: { conditions: ['@upstander/source', 'module', 'node', 'default'] },
    // Everything goes into the bundle, React too: the built site needs nothing beside it.
    noExternal: true,
  },
});
