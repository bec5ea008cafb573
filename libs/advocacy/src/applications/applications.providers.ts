import type { Provider, Type } from '@nestjs/common';

/** What Nest makes of this folder. */
export const applicationsProviders: Provider[] = [];

/** The plain HTTP routes of this folder. */
export const applicationsControllers: Type[] = [];
