/** A separate entry point, so that only threads that draw documents load the fonts. */
export { answerTasks } from '../threads/in-thread.js';
export { PdfDocument, type Letterhead, type LetterheadLook, type PdfDocumentOptions } from './pdf-document.js';
export { pdfDrawing, pdfFonts, pdfSource, pdfText } from './pdf-text.js';
