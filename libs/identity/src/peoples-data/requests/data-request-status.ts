import { enumOf, statusOf, type EnumOf } from '@upstander/platform';

export const DataRequestKind = enumOf('DataRequestKind', 'What somebody asks for of what is kept about them.', {
  export: 'To take it along.',
  erasure: 'To have it erased.',
});
export type DataRequestKindName = EnumOf<typeof DataRequestKind>;

export const DataRequestStatus = statusOf(
  'DataRequestStatus',
  'How far a request about the data of a person has come.',
  {
    open: {
      initial: true,
      to: ['approved', 'done', 'withdrawn'],
      description: 'It waits: for the person, for a second one of staff, or for the end of a legal hold.',
    },
    approved: { initial: true, to: ['done', 'open'], description: 'It is being carried out.' },
    done: { initial: true, to: [], description: 'It was carried out; its address is gone where it was an erasure.' },
    withdrawn: { to: [], description: 'It was taken back.' },
  },
);
export type DataRequestStatusName = EnumOf<typeof DataRequestStatus>;
