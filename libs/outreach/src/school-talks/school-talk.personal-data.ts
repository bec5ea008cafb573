import { personal, type PersonalTable, plain, withRow } from '@upstander/platform';

export const schoolTalkPersonalData: PersonalTable = {
  noun: 'requests for school talks',
  of: { requester: 't.email = $1' },
  erasure: 'row',
  kept: 'a year after the last status change, or two years without one',
  forgotten: { erasureScope: 'row', after: 365, since: `coalesce(t.status_at, t.received_at + interval '365 days')` },
  about: ['t.id'],
  seenBy: 'organizers of the chapter that received it',
  columns: {
    name: personal.contact(withRow),
    role: personal.content(withRow),
    email: personal.contact(withRow),
    phone: personal.contact(withRow),
    preferred_dates: personal.content(withRow),
    message: personal.content(withRow),
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
  others: plain('school city postcode grades format talk_language language status form_hash'),
};
