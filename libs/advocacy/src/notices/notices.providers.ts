import type { Provider } from '@nestjs/common';
import { AdvocateNotices } from './advocate-notices.js';
import { DiscreetNotices } from './discreet-notices.js';
import { DiscreetNoticeResolver } from './discreet-notice.resolver.js';
import { MakeMessageNotices } from './make-message-notices.processor.js';
import { MessageWaitingMail } from './message-waiting.mail.js';
import { NoticeMails } from './notice-mails.js';
import { NoticeReaders } from './notice-readers.js';
import { SendDiscreetNotices } from './send-discreet-notices.processor.js';

export const noticesProviders: Provider[] = [
  MakeMessageNotices,
  MessageWaitingMail,
  NoticeReaders,
  NoticeMails,
  AdvocateNotices,
  DiscreetNotices,
  SendDiscreetNotices,
  DiscreetNoticeResolver,
];
