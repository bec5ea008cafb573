import type { Provider, Type } from '@nestjs/common';

/** What Nest makes of this folder. */
export const listingsProviders: Provider[] = [];

/** The plain HTTP routes of this folder. */
export const listingsControllers: Type[] = [];
