/** What a thread draws documents with. A door of its own: whoever does not draw loads no fonts. */
export { answerTasks } from '../threads/in-thread.js';
export { PdfDocument, type Letterhead, type PdfDocumentOptions } from './pdf-document.js';
export { pdfDrawing, pdfFonts, pdfSource, pdfText } from './pdf-text.js';
