import { catalogOf } from '@upstander/web-kit';
import { inviteForm } from '../businesses/members/invite-form';
import { fundraiserForm } from '../fundraisers/fundraiser-values';
import { pageForm } from '../supporter-pages/page-values';
import { letterForm } from '../schools/letter-values';

const words = catalogOf('en');

test.each([
  ['the invitation to a business', inviteForm, 120],
  ['the start of a fundraiser', fundraiserForm, 80],
  ['the start of a supporter page', pageForm, 80],
  ['the letter to a school', letterForm, 80],
])('%s has the same limit for the name as the API', (_, form, longest) => {
  const errorsFor = (name: string) => form.errors({ ...form.blank, name } as never, words, { only: ['name'] });
  expect(form.controls(form.blank as never, [])('name').maxLength).toBe(longest);
  expect(errorsFor('a'.repeat(longest))).toEqual([]);
  expect(errorsFor('a'.repeat(longest + 1))).toHaveLength(1);
});
