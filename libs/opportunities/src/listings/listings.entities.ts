import type { Type } from '@nestjs/common';
import { Listing } from './listing.entity.js';

/** The models of this folder and of those around it. */
export const listingsEntities: Type[] = [Listing];
