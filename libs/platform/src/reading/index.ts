// What a reader of uploaded files needs: little enough that it starts in a moment.
export { withoutGuard } from '../csv/csv-cell.js';
export { tableRows } from '../csv/table-rows.js';
export { answerReads } from './answer-reads.js';
export { UnreadableFile } from './unreadable-file.js';
