import type { Provider, Type } from '@nestjs/common';

/** What Nest makes of this folder. */
export const receiptsProviders: Provider[] = [];

/** The plain HTTP routes of this folder. */
export const receiptsControllers: Type[] = [];
