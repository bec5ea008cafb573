import type { Type } from '@nestjs/common';
import { BusinessRow } from './business.entity.js';
import {
  ApprovalRow,
  BusinessEventRow,
  BusinessStepRow,
  DomainProofRow,
  EvidenceRow,
  MemberRow,
} from './business-rows.entity.js';

/** The tables of this folder. */
export const businessesEntities: Type[] = [
  BusinessRow,
  BusinessStepRow,
  BusinessEventRow,
  MemberRow,
  DomainProofRow,
  EvidenceRow,
  ApprovalRow,
];
