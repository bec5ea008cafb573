import { reactRouter } from '@react-router/dev/vite';
import { createRequire } from 'node:module';
import { defineConfig, type Plugin } from 'vite';
import { drawing, drawingNames } from './src/drawings/drawing';

// The package doesn't export its production build and leads servers to the slower development build.
const production = createRequire(import.meta.url)
  .resolve('react-router')
  .replace(/dist[\\/]development[\\/]index\.\w+$/, 'dist/production/index.mjs');

/** Writes each drawing of `src/drawings` as a file, `art/<name>.svg`. */
const drawings: Plugin = {
  name: 'drawings',
  generateBundle() {
    if (this.environment.name !== 'client') return;
    for (const name of drawingNames)
      this.emitFile({ type: 'asset', fileName: `art/${name}.svg`, source: drawing(name) });
  },
};

export default defineConfig({
  plugins: [reactRouter(), drawings],
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
