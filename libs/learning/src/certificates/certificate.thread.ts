import { answerTasks } from '@upstander/files/documents';
import { certificatePdf } from './certificate.js';

answerTasks((facts: Parameters<typeof certificatePdf>) => certificatePdf(...facts));
