import type { Type } from '@nestjs/common';

/** The tables of this folder. */
export const listingsEntities: Type[] = [];
