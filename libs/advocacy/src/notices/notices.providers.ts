import type { Provider } from '@nestjs/common';
import { MakeMessageNotices } from './make-message-notices.processor.js';
import { MessageWaitingMail } from './message-waiting.mail.js';
import { NoticeReaders } from './notice-readers.js';

/** What Nest makes of this folder. */
export const noticesProviders: Provider[] = [MakeMessageNotices, MessageWaitingMail, NoticeReaders];
