import type { Provider } from '@nestjs/common';
import { PageMails } from './mails/page-mails.js';
import { PageOutbox } from './mails/page-outbox.js';
import { MyPages } from './my-pages.service.js';
import { PageList } from './page-list.service.js';
import { PageReads } from './page-reads.js';
import { MyPageResolver, PageResolver } from './page.resolver.js';
import { Pages } from './pages.service.js';

export const pagesProviders: Provider[] = [
  PageResolver,
  MyPageResolver,
  PageReads,
  PageList,
  MyPages,
  Pages,
  PageOutbox,
  PageMails,
];
