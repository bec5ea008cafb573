/** What our own pages ask, as the build lists it. */
export { clientDocuments, safelist } from '../../tools/lib/client-documents.mjs';
