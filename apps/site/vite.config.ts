import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  // React's development half is several times slower; what is built is the other one, wherever it then runs.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  resolve: { conditions: ['@upstander/source', 'module', 'browser', 'default'] },
  ssr: {
    resolve: { conditions: ['@upstander/source', 'module', 'node', 'default'] },
    // Everything goes into the bundle, React too: the built site needs nothing beside it.
    noExternal: true,
  },
});
