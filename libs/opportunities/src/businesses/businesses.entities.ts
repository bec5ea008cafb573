import type { Type } from '@nestjs/common';
import { Business } from './business.entity.js';
import { BusinessMembership } from './members/membership.entity.js';

export const businessesEntities: Type[] = [Business, BusinessMembership];
