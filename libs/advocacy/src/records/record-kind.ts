import { enumOf, type EnumOf } from '@upstander/platform';

export const RecordKind = enumOf('RecordKind', 'Kind of sealed record: an application or a consultation request.', {
  application: 'An application for an opportunity.',
  consultation: 'A consultation with the legal team.',
});
export type RecordKind = EnumOf<typeof RecordKind>;

export const RecordStatus = enumOf('RecordStatus', 'Status of an application or a consultation.', {
  new: 'Not read by an advocate yet.',
  contacted: 'An advocate reached the person.',
  introduced: 'The person was introduced to a business. Applications only.',
  scheduled: 'An appointment is scheduled. Consultations only.',
  closed: 'Closed; erased when the retention period ends.',
  withdrawn: 'Withdrawn by the person.',
});
export type RecordStatus = EnumOf<typeof RecordStatus>;
