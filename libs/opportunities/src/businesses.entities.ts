import type { Type } from '@nestjs/common';
import { Business } from './businesses/business.entity.js';
import { BusinessMembership } from './businesses/members/membership.entity.js';

export const businessesEntities: Type[] = [Business, BusinessMembership];
