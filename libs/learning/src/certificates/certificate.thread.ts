import { answerTasks } from '@upstander/platform/documents';
import { certificatePdf } from './certificate.js';

answerTasks((facts: Parameters<typeof certificatePdf>) => certificatePdf(...facts));
