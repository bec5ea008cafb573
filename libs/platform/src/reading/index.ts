// Everything a reader of uploaded files needs, kept small so that it starts fast.
export { removeFormulaEscape } from '../csv/csv-cell.js';
export { tableRows } from '../csv/table-rows.js';
export { answerReads } from './answer-reads.js';
export { UnreadableFile } from './unreadable-file.js';
