import { enumOf, type EnumOf } from '@upstander/platform';

export const RecordKind = enumOf(
  'RecordKind',
  'What somebody has sent: an application, or a request for a consultation.',
  {
    application: 'An application to an opportunity.',
    consultation: 'A consultation with the legal team.',
  },
);
export type RecordKind = EnumOf<typeof RecordKind>;

export const RecordStatus = enumOf(
  'RecordStatus',
  'Where it stands. An application is introduced, a consultation is scheduled.',
  {
    new: 'No advocate has read it yet.',
    contacted: 'The person was reached.',
    introduced: 'The person was introduced to a business.',
    scheduled: 'A time to meet is set.',
    closed: 'Over; it is erased some time after.',
    withdrawn: 'The person took it back.',
  },
);
export type RecordStatus = EnumOf<typeof RecordStatus>;
