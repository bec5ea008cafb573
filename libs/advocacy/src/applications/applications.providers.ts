import type { Provider, Type } from '@nestjs/common';
import { ApplicationResolver } from './application.resolver.js';
import { Applications } from './applications.service.js';
import { SealedApplications } from './sealed-applications.service.js';

/** What Nest makes of this folder. */
export const applicationsProviders: Provider[] = [ApplicationResolver, Applications, SealedApplications];

/** The plain HTTP routes of this folder. */
export const applicationsControllers: Type[] = [];
