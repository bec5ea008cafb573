import type { ServiceNeed } from '../services/queries';

export const happenings = [
  'danger',
  'sleep',
  'legal',
  'papers',
  'health',
  'talk',
  'food',
  'work',
  'child',
  'other',
] as const;
export type Happening = (typeof happenings)[number];
export const ways = ['call', 'text', 'chat', 'visit'] as const;
export type Way = (typeof ways)[number];

const steps = ['where', 'reach', 'result'] as const;

export interface Answers {
  step: (typeof steps)[number];
  happening: Happening | '';
  postcode: string;
  way: Way | '';
}

const needs: Readonly<Record<Happening, ServiceNeed | null>> = {
  danger: 'SAFETY',
  sleep: 'SHELTER',
  legal: 'LEGAL',
  papers: 'IMMIGRATION',
  health: 'HEALTH',
  talk: 'COUNSELING',
  food: 'FOOD',
  work: 'WORK',
  child: 'CHILDREN',
  other: null,
};

/** Returns the need a service must cover; null for any. */
export const needOf = (happening: Happening | ''): ServiceNeed | null => (happening === '' ? null : needs[happening]);

export function readAnswers(form: FormData): Answers {
  const value = (name: string): string => String(form.get(name) ?? '');
  return {
    step: steps.find((step) => step === value('step')) ?? 'where',
    happening: happenings.find((one) => one === value('happening')) ?? '',
    postcode: value('postcode')
      .replace(/[^\dA-Za-z -]/g, '')
      .trim()
      .slice(0, 10),
    way: ways.find((way) => way === value('way')) ?? '',
  };
}
