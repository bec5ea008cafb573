import { Injectable } from '@nestjs/common';
import { RowSeals } from '@upstander/platform';
import type { CustomRole } from './custom-role.entity.js';

export type SealedCustomRole = Pick<CustomRole, 'id' | 'baseRole' | 'viewAreas' | 'manageAreas'>;

export interface SealedCustomGrant {
  id: string;
  accountId: string;
  customRoleId: string;
  chapterId: string | null;
  byCommandLine: boolean;
  requestId: string | null;
}

/** Custom roles and grants of them have no effect if they were written outside the application. */
@Injectable()
export class CustomRoleSeals {
  constructor(private readonly seals: RowSeals) {}

  sealOfRole(role: SealedCustomRole): Buffer {
    return this.seals.create('custom-role', valuesOfRole(role));
  }

  sealOfGrant(grant: SealedCustomGrant): Buffer {
    return this.seals.create('custom-grant', valuesOfGrant(grant));
  }

  isGenuineRole(role: SealedCustomRole, seal: Buffer): boolean {
    return this.seals.isGenuine('custom-role', valuesOfRole(role), seal);
  }

  isGenuineGrant(grant: SealedCustomGrant, seal: Buffer): boolean {
    return this.seals.isGenuine('custom-grant', valuesOfGrant(grant), seal);
  }
}

function valuesOfRole({ id, baseRole, viewAreas, manageAreas }: SealedCustomRole) {
  return [id, baseRole, viewAreas.join(' '), manageAreas.join(' ')];
}

function valuesOfGrant({ id, accountId, customRoleId, chapterId, byCommandLine, requestId }: SealedCustomGrant) {
  return [id, accountId, customRoleId, chapterId, byCommandLine, requestId];
}
