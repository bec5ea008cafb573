import { answerTasks } from '@upstander/platform/documents';
import { hoursLetterPdf } from './hours-letter.js';

answerTasks((facts: Parameters<typeof hoursLetterPdf>) => hoursLetterPdf(...facts));
