import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const lib = (path: string): string => fileURLToPath(new URL(`../../libs/${path}`, import.meta.url));

/** The API that `npx vite` passes requests on to while the screens are worked on. */
const api = process.env.NEWSROOM_URL ?? 'http://localhost:4400';

/** How the newsroom's screens are built; the API serves what comes out under /newsroom. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/newsroom/',
  resolve: {
    alias: [
      { find: '@desk/contracts', replacement: lib('contracts/src/index.ts') },
      { find: '@desk/errors', replacement: lib('errors/src/index.ts') },
      { find: '@desk/languages', replacement: lib('languages/src/in-the-browser.ts') },
    ],
  },
  build: {
    emptyOutDir: true,
    target: 'es2023',
    // A data: address would be refused by the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      // Schemas do nothing when they are loaded: those that no screen uses stay out.
      treeshake: { moduleSideEffects: (id) => !/\/libs\/(contracts|errors|languages)\//.test(id) },
    },
  },
  server: { port: 4410, strictPort: true, proxy: { '/api': api, '/media': api } },
});
