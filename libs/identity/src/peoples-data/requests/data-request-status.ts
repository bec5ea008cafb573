import { enumOf, statusOf, type EnumOf } from '@upstander/platform';

export const DataRequestKind = enumOf('DataRequestKind', 'Kind of personal data request.', {
  export: 'Export the data.',
  erasure: 'Erase the data.',
});
export type DataRequestKindName = EnumOf<typeof DataRequestKind>;

export const DataRequestStatus = statusOf('DataRequestStatus', 'Status of a personal data request.', {
  open: {
    initial: true,
    to: ['approved', 'done', 'withdrawn'],
    description: 'Awaiting the person, a second staff member, or the end of a legal hold.',
  },
  approved: { initial: true, to: ['done', 'open'], description: 'In progress.' },
  done: {
    initial: true,
    to: [],
    description: 'Completed. After an erasure, the request no longer has an email address.',
  },
  withdrawn: { to: [], description: 'Withdrawn.' },
});
export type DataRequestStatusName = EnumOf<typeof DataRequestStatus>;
