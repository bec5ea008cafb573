import { personal, type PersonalTable, deletedWithRow } from '@upstander/platform';

const asks = 'SELECT a.id FROM outreach.ask a WHERE a.email = $1';

const school = '(SELECT a.school FROM outreach.ask a WHERE a.id = t.ask_id)';

export const askNotePersonalData: PersonalTable = {
  noun: 'notes on asks to schools',
  of: { 'person who writes to a school': `t.ask_id IN (${asks})` },
  erasure: 'row',
  kept: 'as long as the request',
  seenBy: 'organizers of the chapter',
  columns: {
    body: personal.content(deletedWithRow, { withheld: 'about the school, and names people there' }),
  },
  also: { school, created_at: 't.created_at' },
};

export const contactPersonalData: PersonalTable = {
  noun: 'contacts at schools',
  of: { 'school contact': 't.email = $1' },
  erasure: 'row',
  kept: 'as long as the request',
  seenBy: 'organizers of the chapter',
  columns: {
    name: personal.contact(deletedWithRow),
    role: personal.content(deletedWithRow),
    email: personal.contact(deletedWithRow),
    phone: personal.contact(deletedWithRow),
  },
  also: { school, created_at: 't.created_at' },
};
