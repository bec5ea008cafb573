import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { enumOf, type EnumOf } from '@upstander/platform';
import { Role, type RoleName } from './role.js';

export const StaffArea = enumOf('StaffArea', 'A part of the work of staff that a custom role can include.', {
  articles: 'Articles, and their reviews.',
  beneficiaries: 'Beneficiaries of fundraisers.',
  businesses: 'Businesses and their approval.',
  campaigns: 'Fundraisers, their pages and updates.',
  courses: 'Courses.',
  credentials: 'Credentials of volunteers.',
  disbursements: 'Disbursements and their receipts of transfer.',
  disputes: 'Refunds, disputes, and fraud warnings.',
  events: 'Events and their shifts.',
  gifts: 'Gifts, pledges, deposits, and imports.',
  help_directory: 'Help lines and services.',
  hours: 'Hours of volunteers.',
  ledger: 'Accounts and transactions of the ledger.',
  matching: 'Matching funds.',
  messages: 'Messages to volunteers and to everyone at an event.',
  opportunities: 'Opportunities.',
  personal_data: 'Requests for personal data, legal holds, and retention periods.',
  photos: 'Photos and consents.',
  receipts: 'Receipts.',
  reconciliation: 'Payouts and discrepancies.',
  recurring_gifts: 'Recurring gifts.',
  registrations: 'Registrations for events.',
  reports: 'Reports.',
  roster: 'Sign-ups, check-in, groups, and shift leads.',
  schools: 'Schools.',
  series: 'Series of events, and regulars.',
  site_messages: 'Messages that visitors send.',
  volunteers: 'The directory of volunteers.',
  webhooks: 'Webhook endpoints and their deliveries.',
});
export type StaffAreaName = EnumOf<typeof StaffArea>;

@ObjectType({ description: 'An area of a built-in role.' })
export class RoleArea {
  @Field(() => Role, { description: 'The built-in role.' }) role!: RoleName;
  @Field(() => StaffArea, { description: 'An area that this role works in.' }) area!: StaffAreaName;
  @Field(() => Boolean, { description: 'True if the role can also change something in this area.' })
  canManage!: boolean;
}

/** Areas in which the co-organizers of an event work on its records. */
export const recordAreas: readonly StaffAreaName[] = ['events', 'hours', 'messages', 'registrations', 'roster'];

/** `view` covers queries and downloads, `manage` also covers mutations and uploads. */
export type AreaLevel = 'view' | 'manage';

/** An operation of every area is open to every custom role; one of no area takes a built-in role. */
export type OperationAreas = readonly StaffAreaName[] | 'every';

export const areasKey = 'upstander:areas';

/**
 * Declares the areas of an operation, or of all operations of a class. A custom role has access if it includes one of
 * them. Without a declaration, only built-in roles have access.
 */
export const Area = Object.assign(
  (...areas: [StaffAreaName, ...StaffAreaName[]]): CustomDecorator => SetMetadata(areasKey, areas),
  {
    /** For work that belongs to every role, for example saved views. */
    every: (): CustomDecorator => SetMetadata(areasKey, 'every'),
    /** For work across areas, which takes a built-in role. */
    none: (): CustomDecorator => SetMetadata(areasKey, []),
  },
);

export function areasOf(handler: object, owner: object): OperationAreas | undefined {
  return (Reflect.getMetadata(areasKey, handler) ?? Reflect.getMetadata(areasKey, owner)) as OperationAreas | undefined;
}
