import { personal, type PersonalTable, splitColumns, deletedWithRow } from '@upstander/platform';

export const schoolTalkPersonalData: PersonalTable = {
  noun: 'requests for school talks',
  of: { requester: 't.email = $1' },
  erasure: 'row',
  kept: 'a year after the last status change, or two years without one',
  forgotten: { erasureScope: 'row', after: 365, since: `coalesce(t.status_at, t.received_at + interval '365 days')` },
  about: ['t.id'],
  seenBy: 'organizers of the chapter that received it',
  columns: {
    name: personal.contact(deletedWithRow),
    role: personal.content(deletedWithRow),
    email: personal.contact(deletedWithRow),
    phone: personal.contact(deletedWithRow),
    preferred_dates: personal.content(deletedWithRow),
    message: personal.content(deletedWithRow),
  },
  also: {
    school: 't.school',
    city: 't.city',
    grades: 't.grades',
    students: 't.students',
    status: 't.status',
    received_at: 't.received_at',
  },
  codes: { status: 'schoolTalkStatus' },
  others: splitColumns('school city postcode grades format talk_language language status form_hash'),
};
