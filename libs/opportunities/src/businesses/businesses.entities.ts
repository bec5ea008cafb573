import type { Type } from '@nestjs/common';
import { BusinessRow } from './business.entity.js';
import { ApprovalRow, BusinessEventRow, DomainProofRow, EvidenceRow, MemberRow } from './business-rows.entity.js';

/** The tables of this folder. */
export const businessesEntities: Type[] = [
  BusinessRow,
  BusinessEventRow,
  MemberRow,
  DomainProofRow,
  EvidenceRow,
  ApprovalRow,
];
