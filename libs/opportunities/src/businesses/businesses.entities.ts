import type { Type } from '@nestjs/common';
import { Business } from './business.entity.js';
import { BusinessMembership } from './members/membership.entity.js';

/** The models of this folder. */
export const businessesEntities: Type[] = [Business, BusinessMembership];
