import { personal, splitColumns, retain, type PersonalTable } from '@upstander/platform';

export const contactOfBusiness = 'the contact of the business; its owners and staff can change it';

export const businessPersonalData: PersonalTable = {
  noun: 'businesses',
  of: { 'business contact': null },
  erasure: 'none',
  kept: 'as long as the business, as a record of who was vetted, by whom and when',
  seenBy: 'the business; staff who vet it',
  columns: {
    supervisor_name: personal.contact(retain(contactOfBusiness)),
    supervisor_title: personal.contact(retain(contactOfBusiness)),
    supervisor_phone: personal.contact(retain(contactOfBusiness)),
    approved_fields: personal.content(retain('the exact text staff approved')),
    search_text: personal.content(retain('derived from the business name')),
  },
  others: splitColumns(
    'legal_name registration_number street city region postal_code country website mail_domain offers status status_reason approved_until registration_key',
  ),
};
