import type { ServiceNeed } from '../services/queries';

export const situations = [
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
export type Situation = (typeof situations)[number];
export const contactMethods = ['call', 'text', 'chat', 'visit'] as const;
export type ContactMethod = (typeof contactMethods)[number];

const steps = ['where', 'reach', 'result'] as const;

export interface Answers {
  step: (typeof steps)[number];
  happening: Situation | '';
  postcode: string;
  contactMethod: ContactMethod | '';
}

const needs: Readonly<Record<Situation, ServiceNeed | null>> = {
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

export const needOf = (happening: Situation | ''): ServiceNeed | null => (happening === '' ? null : needs[happening]);

export function readAnswers(form: FormData): Answers {
  const value = (name: string): string => String(form.get(name) ?? '');
  return {
    step: steps.find((step) => step === value('step')) ?? 'where',
    happening: situations.find((situation) => situation === value('happening')) ?? '',
    postcode: value('postcode')
      .replace(/[^\dA-Za-z -]/g, '')
      .trim()
      .slice(0, 10),
    contactMethod: contactMethods.find((contactMethod) => contactMethod === value('way')) ?? '',
  };
}
