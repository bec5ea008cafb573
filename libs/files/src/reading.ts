// Everything a reader of uploaded files needs, kept small so that it starts fast.
export { removeFormulaEscape } from './csv/csv-cell.js';
export { tableRows } from './tables/table-rows.js';
export { answerReads } from './reading/answer-reads.js';
export { UnreadableFileError } from './reading/unreadable-file.js';
