import { limits, type Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, type LocalizedText, type FormTexts } from '../forms/form-of';
import { birthYearRule } from '../signups/sign-up-values';
import { partText, readParts } from './availability';
import type { MyProfileData } from './queries';

const longestPhone = 40;
const contact = ['contactName', 'contactPhone', 'contactRelation'] as const;

export const profileForm = defineForm({
  name: { most: limits.Volunteer.name, label: label('name'), missing: ({ site }) => site.errors.nameMissing },
  preferredName: { most: limits.Volunteer.preferredName, label: label('preferredName') },
  phone: { most: longestPhone, label: label('phone') },
  homeChapter: {},
  postcode: { most: limits.Volunteer.postcode, label: label('postcode') },
  locale: {},
  birthYear: { most: 4, label: label('birthYear'), ...birthYearRule },
  accessibility: { lines: true, most: limits.Volunteer.accessibilityNeeds, label: label('accessibility') },
  contactName: { most: limits.EmergencyContact.name, label: label('contactName') },
  contactPhone: { most: longestPhone, label: label('contactPhone') },
  contactRelation: { most: limits.EmergencyContact.relation, label: label('contactRelation') },
  version: {},
});
export type ProfileField = keyof FormTexts<typeof profileForm>;

function label(
  name: (typeof contact)[number] | 'name' | 'preferredName' | 'phone' | 'postcode' | 'birthYear' | 'accessibility',
): LocalizedText {
  return ({ site }) => site.profile[name];
}

export interface ProfileValues extends FormTexts<typeof profileForm> {
  languages: string[];
  skills: string[];
  interests: string[];
  availability: string[];
  minor: boolean;
  peers: boolean;
  messages: boolean;
}

export function profileValues({ me }: MyProfileData): ProfileValues {
  const mine = me?.volunteer ?? null;
  return {
    name: mine?.name ?? me?.name ?? '',
    preferredName: mine?.preferredName ?? '',
    phone: mine?.phone ?? '',
    locale: mine?.locale ?? '',
    homeChapter: mine?.homeChapterId ?? '',
    postcode: mine?.postcode ?? '',
    birthYear: mine?.birthYear ? String(mine.birthYear) : '',
    accessibility: mine?.accessibilityNeeds ?? '',
    contactName: mine?.emergencyContact?.name ?? '',
    contactPhone: mine?.emergencyContact?.phone ?? '',
    contactRelation: mine?.emergencyContact?.relation ?? '',
    languages: [...(mine?.languages ?? [])],
    skills: [...(mine?.skillIds ?? [])],
    interests: [...(mine?.interestIds ?? [])],
    availability: (mine?.availability ?? []).map(partText),
    minor: mine?.minor ?? false,
    peers: mine?.showsNameToPeers ?? false,
    messages: mine?.getsMessages ?? true,
    version: mine === null ? '' : String(mine.version),
  };
}

export function readProfile(form: FormData): ProfileValues {
  const ticked = (name: string) => [...new Set(form.getAll(name).map(String))].slice(0, 40);
  return {
    ...profileForm.read(form),
    languages: ticked('languages'),
    skills: ticked('skills'),
    interests: ticked('interests'),
    availability: ticked('availability'),
    minor: form.get('minor') === '1',
    peers: form.get('peers') === '1',
    messages: form.get('messages') === '1',
  };
}

/** Returns the errors in the order of the page. The API validates phone numbers. */
export function profileErrors(values: ProfileValues, words: Catalogue): FormError[] {
  const t = words.site.profile;
  const hasContact = contact.some((field) => values[field] !== '');
  const also = {
    contactName: hasContact && values.contactName === '' && t.contactNameMissing,
    contactPhone: hasContact && values.contactPhone === '' && t.contactPhoneMissing,
  };
  return profileForm.errors(values, words, { also });
}

const isLocaleName = (text: string): text is 'EN' | 'ES' => text === 'EN' || text === 'ES';

export function profileInput(values: ProfileValues) {
  const text = (value: string) => (value === '' ? null : value);
  const { contactName, contactPhone, contactRelation, locale } = values;
  return {
    name: values.name,
    preferredName: text(values.preferredName),
    phone: text(values.phone),
    ...(isLocaleName(locale) && { locale }),
    homeChapterId: text(values.homeChapter),
    postcode: text(values.postcode),
    birthYear: values.birthYear === '' ? null : Number(values.birthYear),
    accessibilityNeeds: text(values.accessibility),
    languages: values.languages,
    skillIds: values.skills,
    interestIds: values.interests,
    availability: readParts(values.availability),
    minor: values.minor,
    showsNameToPeers: values.peers,
    getsMessages: values.messages,
    emergencyContact:
      contactName === '' ? null : { name: contactName, phone: contactPhone, relation: text(contactRelation) },
    ...(/^\d{1,9}$/.test(values.version) && { version: Number(values.version) }),
  } as const;
}
