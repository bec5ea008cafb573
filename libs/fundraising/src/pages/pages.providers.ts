import type { Provider } from '@nestjs/common';
import { PageResolver } from './page.resolver.js';
import { PageReads } from './page-reads.js';
import { MyPages } from './my-pages.service.js';
import { Pages } from './pages.service.js';

/** What Nest makes of this folder. */
export const pagesProviders: Provider[] = [PageResolver, PageReads, MyPages, Pages];
