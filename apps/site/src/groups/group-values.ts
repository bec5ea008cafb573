import { limits, models } from '@upstander/web-kit';
import { defineForm, formKey, type ValuesOf } from '../forms/define-form';

const number = { kind: 'text' } as const;
const names = { kind: 'longText', max: 39 * (limits.Signup.name + 1) } as const;

export const groupForm = defineForm(models.GroupSignUpInput, ({ site }) => site.group, {
  shift: { kind: 'text', required: true, sentAs: 'shiftId', wrong: ({ site }) => site.errors.shiftGone },
  groupName: { required: true },
  people: { ...number, required: true },
  minors: number,
  name: {},
  email: {},
  phone: {},
  oldEnough: { wrong: ({ site }) => site.group.errors.ageNeeded },
  /** '1' to come with fewer, '0' to wait together, or empty. */
  acceptsFewerGuests: { kind: 'text' },
  key: formKey,
});
export type GroupValues = ValuesOf<typeof groupForm>;

export const changeGroupForm = defineForm(models.ChangeGroupInput, ({ site }) => site.group, {
  people: { ...number, required: true },
  minors: number,
  names: { ...names, refused: { 'too-many': ({ site }) => site.group.errors.namesTooMany } },
  minorNames: { ...names, refused: { 'too-many': ({ site }) => site.group.errors.minorNamesTooMany } },
});
export type ChangeGroupValues = ValuesOf<typeof changeGroupForm>;

/** A number that isn't one becomes 0, which the API refuses at its field. */
export function countsOf({ people, minors }: { people: string; minors: string }) {
  const read = (typed: string) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0);
  return { people: read(people), minors: read(minors) };
}

export function namesIn(typed: string): string[] {
  return typed
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);
}
