import type { Type } from '@nestjs/common';
import { PayBoundRow } from '../red-flags/pay-bound.entity.js';
import { RedFlagRow } from '../red-flags/red-flag.entity.js';
import { ListingEventRow } from './listing-event.entity.js';
import { ListingRow } from './listing.entity.js';

/** The tables of this folder and of those around it. */
export const listingsEntities: Type[] = [ListingRow, ListingEventRow, RedFlagRow, PayBoundRow];
