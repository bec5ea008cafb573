/**
 * The hashes of the documents of the admin and the site, which production answers. The build writes them here
 * (tools/build-node-app.mjs): whoever runs the sources answers any document.
 */
export const safelist: readonly string[] = [];
