import { answerReads } from '../reading/answer-reads.js';
import type { TableFileTask } from './table-file.js';
import { tableRows } from './table-rows.js';

void answerReads(({ bytes, options }: TableFileTask) => tableRows(bytes, options));
