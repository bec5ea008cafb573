import { answerTasks } from '@upstander/files/documents';
import { hoursLetterPdf } from './hours-letter.js';

answerTasks((facts: Parameters<typeof hoursLetterPdf>) => hoursLetterPdf(...facts));
