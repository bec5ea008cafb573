import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  resolve: { conditions: ['@upstander/source', 'module', 'browser', 'default'] },
  ssr: {
    resolve: { conditions: ['@upstander/source', 'module', 'node', 'default'] },
    // Everything goes into the bundle, React too: the built site needs nothing beside it.
    noExternal: true,
  },
});
