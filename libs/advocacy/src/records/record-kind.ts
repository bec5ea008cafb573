import { registerEnumType } from '@nestjs/graphql';

/** What somebody has sent: an application to an opportunity, or the wish for a talk with the legal team. */
export const RecordKind = { APPLICATION: 'application', CONSULTATION: 'consultation' } as const;
export type RecordKind = (typeof RecordKind)[keyof typeof RecordKind];
registerEnumType(RecordKind, {
  name: 'RecordKind',
  description: 'What somebody has sent: an application, or the wish for a consultation.',
});

export const RecordStatus = {
  NEW: 'new',
  CONTACTED: 'contacted',
  INTRODUCED: 'introduced',
  SCHEDULED: 'scheduled',
  CLOSED: 'closed',
  WITHDRAWN: 'withdrawn',
} as const;
export type RecordStatus = (typeof RecordStatus)[keyof typeof RecordStatus];
registerEnumType(RecordStatus, {
  name: 'RecordStatus',
  description: 'Where it stands. An application is introduced, a consultation is scheduled.',
});
