import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The server of `tidewaiter serve`, to which the development server passes every call of the API.
const API_SERVER = process.env.TIDEWAITER_API ?? 'http://127.0.0.1:8617';

export default defineConfig({
  plugins: [svelte()],
  server: {
    port: 8618,
    proxy: { '/api': { target: API_SERVER, changeOrigin: false } },
    // The catalogues shared with the command line lie beside this folder.
    fs: { allow: ['..'] },
  },
  build: {
    target: 'es2022',
    // The console is served under a policy of 'self': nothing may be inlined as data: or as a script in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: true,
  },
});
