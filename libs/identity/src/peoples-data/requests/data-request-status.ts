import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** What somebody asks for. */
export const DataRequestKind = { EXPORT: 'export', ERASURE: 'erasure' } as const;
export type DataRequestKindName = (typeof DataRequestKind)[keyof typeof DataRequestKind];
registerEnumType(DataRequestKind, {
  name: 'DataRequestKind',
  description: 'What somebody asks for of what is kept about them.',
  valuesMap: {
    EXPORT: { description: 'To take it along.' },
    ERASURE: { description: 'To have it erased.' },
  },
});

export const DataRequestStatus = {
  OPEN: 'open',
  APPROVED: 'approved',
  DONE: 'done',
  WITHDRAWN: 'withdrawn',
} as const;
export type DataRequestStatusName = (typeof DataRequestStatus)[keyof typeof DataRequestStatus];
registerEnumType(DataRequestStatus, {
  name: 'DataRequestStatus',
  description: 'How far a request about the data of a person has come.',
  valuesMap: {
    OPEN: { description: 'It waits: for the person, for a second one of staff, or for the end of a legal hold.' },
    APPROVED: { description: 'It is being carried out.' },
    DONE: { description: 'It was carried out; its address is gone where it was an erasure.' },
    WITHDRAWN: { description: 'It was taken back.' },
  },
});

/** From where to where a request goes; the database keeps to it. */
export const dataRequestChanges: StatusChanges<DataRequestStatusName> = {
  begins: ['open', 'approved', 'done'],
  open: ['approved', 'done', 'withdrawn'],
  approved: ['done', 'open'],
  done: [],
  withdrawn: [],
};
