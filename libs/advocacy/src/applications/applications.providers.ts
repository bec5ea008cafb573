import type { Provider } from '@nestjs/common';
import { ApplicationReader } from './application-reader.js';
import { ApplicationResolver } from './application.resolver.js';
import { Applications } from './applications.service.js';
import { SealedApplications } from './sealed-applications.service.js';

export const applicationsProviders: Provider[] = [
  ApplicationResolver,
  Applications,
  SealedApplications,
  ApplicationReader,
];
