import type { Provider } from '@nestjs/common';
import { AuditResolver } from './audit.resolver.js';
import { AuditTrail } from './audit-trail.service.js';
import { CheckAuditChain } from './check-audit-chain.processor.js';

export const auditProviders: Provider[] = [AuditResolver, AuditTrail, CheckAuditChain];
