import { models, type Catalog } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, type ValuesOf } from '../forms/define-form';
import { partText, readParts } from './availability';
import type { MyProfileData } from './queries';

const contact = ['contactName', 'contactPhone', 'contactRelation'] as const;

export const profileForm = defineForm(models.MyVolunteerInput, ({ site }) => site.profile, {
  name: {},
  preferredName: { wrong: ({ site }) => site.errors.nameWrong },
  phone: {},
  homeChapter: { sentAs: 'homeChapterId' },
  postcode: {},
  languages: {},
  locale: {},
  skills: { sentAs: 'skillIds' },
  interests: { sentAs: 'interestIds' },
  availability: { kind: 'list', label: ({ site }) => site.profile.week },
  accessibility: { sentAs: 'accessibilityNeeds' },
  birthYear: {},
  minor: {},
  contactName: { ...models.EmergencyContactInput.name, required: false },
  contactPhone: { ...models.EmergencyContactInput.phone, required: false },
  contactRelation: models.EmergencyContactInput.relation,
  messages: { sentAs: 'getsMessages' },
  peers: { sentAs: 'showsNameToPeers' },
  version: {},
});
export type ProfileValues = ValuesOf<typeof profileForm>;

export function profileValues({ me }: MyProfileData): ProfileValues {
  const mine = me?.volunteer ?? null;
  const { name, phone, relation } = mine?.emergencyContact ?? {};
  return profileForm.valuesOf({
    name: me?.name,
    getsMessages: true,
    ...mine,
    availability: (mine?.availability ?? []).map(partText),
    contactName: name,
    contactPhone: phone,
    contactRelation: relation,
  });
}

export function profileErrors(values: ProfileValues, words: Catalog): FormError[] {
  const t = words.site.profile;
  const hasContact = contact.some((field) => values[field] !== '');
  const also = {
    contactName: hasContact && values.contactName === '' && t.contactNameMissing,
    contactPhone: hasContact && values.contactPhone === '' && t.contactPhoneMissing,
  };
  return profileForm.errors(values, words, { also });
}

export function profileInput(values: ProfileValues) {
  const { contactName: name, contactPhone: phone, contactRelation } = values;
  return {
    ...profileForm.input(values),
    availability: readParts(values.availability),
    emergencyContact: name === '' ? null : { name, phone, relation: contactRelation || null },
  };
}
