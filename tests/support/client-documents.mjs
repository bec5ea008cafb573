export { clientDocuments, safelist } from '../../tools/lib/client-documents.mjs';
