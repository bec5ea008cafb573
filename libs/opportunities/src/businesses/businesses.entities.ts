import type { Type } from '@nestjs/common';
import { Business } from './business.entity.js';

/** The models of this folder. */
export const businessesEntities: Type[] = [Business];
