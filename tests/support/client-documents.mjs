/** Operations of our own pages, as listed by the build. */
export { clientDocuments, safelist } from '../../tools/lib/client-documents.mjs';
