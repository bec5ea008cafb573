/**
 * Hashes of the documents of the admin and the site, which production accepts.
 * The build writes them here (tools/build-node-app.mjs). Empty when running from sources, where any document is
 * accepted.
 */
export const safelist: readonly string[] = [];
