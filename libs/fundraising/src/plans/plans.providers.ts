import type { Provider, Type } from '@nestjs/common';

/** What Nest makes of this folder. */
export const plansProviders: Provider[] = [];

/** The plain HTTP routes of this folder. */
export const plansControllers: Type[] = [];
