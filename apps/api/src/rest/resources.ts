/** A resource of the REST interface. Each request runs one operation of the GraphQL API, with its access rules and refusals. */
export interface Resource {
  readonly path: string;
  /** Name of one record in the OpenAPI document. */
  readonly name: string;
  readonly tag: string;
  /** Fields of a record. */
  readonly fields: string;
  readonly list?: ListOperation;
  /** Query of one record by its ID. */
  readonly read?: string;
  readonly create?: CreateOperation;
}

interface ListOperation {
  readonly field: string;
  /** Filters as query parameters: fields of the argument `filter`, or arguments of the query. */
  readonly filters: readonly string[];
}

export interface CreateOperation {
  readonly field: string;
  /** Argument that takes the body; without it, the body has the arguments themselves. */
  readonly input?: 'input';
  /** True if the idempotency key is part of the input instead of an argument. */
  readonly keyInInput?: true;
}

const money = (name: string) => `${name} { amountMinor currency }`;
const shiftFields = `id role note startsAt endsAt capacity taken reserved waiting placesLeft minimumAge needsLead`;
const signupFields = `id shiftId volunteerId status name email phone locale guests guestNames groupName position isMinor
  isFirstTime checkedInAt checkedOutAt minutes createdAt`;
const volunteerFields = `id name preferredName email phone locale languages postcode homeChapterId tags activeAt createdAt version`;
const giftFields = `id status method source frequency campaignId campaignTitle pageId recurringGiftId donorId name email anonymous
  message createdAt paidAt ${['charged', 'intended', 'cover', 'fee', 'refunded', 'lost'].map(money).join(' ')}`;
const recurringGiftFields = `id status campaignId campaignTitle name email anonymous giftCount createdAt startedAt nextChargeAt
  failingSince stoppedAt stopReason ${['charged', 'intended', 'cover', 'totalGiven'].map(money).join(' ')}`;

export const resources: readonly Resource[] = [
  {
    path: '/events',
    name: 'Event',
    tag: 'Events',
    fields: `id slug title summary description status startsAt endsAt timeZone online onlineUrl place seriesId cancelReason publishedAt
      updatedAt version chapter { id name slug } shifts { ${shiftFields} }`,
    list: {
      field: 'manageEvents',
      filters: ['status', 'chapter', 'from', 'to', 'seriesId', 'ids', 'text', 'hasFreePlaces', 'sort'],
    },
    read: 'manageEvent',
    create: { field: 'createEvent', input: 'input' },
  },
  {
    path: '/events/:eventId/signups',
    name: 'Signup',
    tag: 'Sign-ups',
    fields: signupFields,
    list: { field: 'roster', filters: ['shiftId', 'status', 'text', 'addressConfirmed', 'order'] },
  },
  { path: '/signups', name: 'Signup', tag: 'Sign-ups', fields: signupFields, create: { field: 'addSignup' } },
  {
    path: '/volunteers',
    name: 'Volunteer',
    tag: 'Volunteers',
    fields: volunteerFields,
    list: {
      field: 'volunteers',
      filters: ['activeSince', 'activeBefore', 'chapterId', 'ids', 'language', 'standing', 'tag', 'text', 'order'],
    },
    read: 'volunteer',
  },
  {
    path: '/gifts',
    name: 'Gift',
    tag: 'Gifts',
    fields: giftFields,
    list: {
      field: 'gifts',
      filters: [
        'status',
        'from',
        'to',
        'campaignId',
        'recurringGiftId',
        'donorId',
        'method',
        'frequency',
        'anonymous',
        'text',
        'sort',
      ],
    },
    read: 'manageGift',
    create: { field: 'recordOfflineGift', input: 'input', keyInInput: true },
  },
  {
    path: '/recurring-gifts',
    name: 'RecurringGift',
    tag: 'Recurring gifts',
    fields: recurringGiftFields,
    list: { field: 'recurringGifts', filters: ['status', 'campaignId', 'text', 'sort'] },
    read: 'manageRecurringGift',
  },
  {
    path: '/opportunities',
    name: 'Opportunity',
    tag: 'Opportunities',
    fields: `id slug kind title description status statusReason businessId businessName businessCity place remote schedule hoursPerWeek
      startsOn language languages backgroundCheck idNeeded isPublic isShown publishedAt expiresAt createdAt updatedAt version`,
    list: { field: 'manageOpportunities', filters: ['status', 'kind', 'businessId', 'flagged', 'search'] },
    read: 'manageOpportunity',
  },
];
