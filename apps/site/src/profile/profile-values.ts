import { limits, type Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { longText, shortText } from '../forms/typed';
import { partText, readParts } from './availability';
import type { MyProfileData } from './queries';

/** The form exactly as typed and ticked. */
export interface ProfileValues {
  name: string;
  preferredName: string;
  phone: string;
  locale: string;
  homeChapter: string;
  accessibility: string;
  contactName: string;
  contactPhone: string;
  contactRelation: string;
  languages: string[];
  skills: string[];
  interests: string[];
  availability: string[];
  minor: boolean;
  peers: boolean;
  version: string;
}

const lines = ['name', 'preferredName', 'phone', 'locale', 'homeChapter', 'version'] as const;
const contact = ['contactName', 'contactPhone', 'contactRelation'] as const;
export type ProfileField = (typeof lines)[number] | (typeof contact)[number] | 'accessibility';

export const longest = {
  name: limits.Volunteer.name,
  preferredName: limits.Volunteer.preferredName,
  phone: 40,
  accessibility: limits.Volunteer.accessibilityNeeds,
  contactName: limits.EmergencyContact.name,
  contactPhone: 40,
  contactRelation: limits.EmergencyContact.relation,
} as const;

/** What stands in the form when it is opened. */
export function profileValues({ me }: MyProfileData): ProfileValues {
  const mine = me?.volunteer ?? null;
  return {
    name: mine?.name ?? me?.name ?? '',
    preferredName: mine?.preferredName ?? '',
    phone: mine?.phone ?? '',
    locale: mine?.locale ?? '',
    homeChapter: mine?.homeChapterId ?? '',
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
    version: mine === null ? '' : String(mine.version),
  };
}

export function readProfile(form: FormData): ProfileValues {
  const texts = Object.fromEntries([...lines, ...contact].map((name) => [name, shortText(form, name)]));
  const ticked = (name: string) => [...new Set(form.getAll(name).map(String))].slice(0, 40);
  return {
    ...(texts as Record<(typeof lines)[number] | (typeof contact)[number], string>),
    accessibility: longText(form, 'accessibility'),
    languages: ticked('languages'),
    skills: ticked('skills'),
    interests: ticked('interests'),
    availability: ticked('availability'),
    minor: form.get('minor') === '1',
    peers: form.get('peers') === '1',
  };
}

/** What is missing or too long, in the order of the page. Whether a number is one, the API says. */
export function profileErrors(values: ProfileValues, { site }: Catalogue): FormError[] {
  const t = site.profile;
  const errors: FormError[] = [];
  if (values.name === '') errors.push({ field: 'name', text: site.errors.nameMissing });
  const labels: Record<keyof typeof longest, string> = t;
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if (values[field].length > most) errors.push({ field, text: t.tooLong({ label: labels[field], most }) });
  }
  const somebody = contact.some((field) => values[field] !== '');
  if (somebody && values.contactName === '') errors.push({ field: 'contactName', text: t.contactNameMissing });
  if (somebody && values.contactPhone === '') errors.push({ field: 'contactPhone', text: t.contactPhoneMissing });
  return errors;
}

const isLocaleName = (text: string): text is 'EN' | 'ES' => text === 'EN' || text === 'ES';

/** The same as the API takes it. */
export function profileInput(values: ProfileValues) {
  const text = (value: string) => (value === '' ? null : value);
  const { contactName, contactPhone, contactRelation, locale } = values;
  return {
    name: values.name,
    preferredName: text(values.preferredName),
    phone: text(values.phone),
    ...(isLocaleName(locale) && { locale }),
    homeChapterId: text(values.homeChapter),
    accessibilityNeeds: text(values.accessibility),
    languages: values.languages,
    skillIds: values.skills,
    interestIds: values.interests,
    availability: readParts(values.availability),
    minor: values.minor,
    showsNameToPeers: values.peers,
    emergencyContact:
      contactName === '' ? null : { name: contactName, phone: contactPhone, relation: text(contactRelation) },
    ...(/^\d{1,9}$/.test(values.version) && { version: Number(values.version) }),
  } as const;
}
