import { ask } from './ask.ts';

/** Signs a volunteer up for the first open shift: `sign-up.ts <name> <email>`. The same call twice is one sign-up. */
const [name, email] = process.argv.slice(2);
interface Open {
  events: { edges: { node: { title: string; shifts: { id: string; placesLeft: number }[] } }[] };
}
const { events } = await ask<Open>(
  'query OpenEvents { events(first: 20) { edges { node { title shifts { id placesLeft } } } } }',
);
const open = events.edges.flatMap(({ node }) => node.shifts.map((shift) => ({ title: node.title, ...shift })));
const shift = open.find(({ placesLeft }) => placesLeft > 0);
if (!shift) throw new Error('Every shift is full.');

const { signUp } = await ask<{ signUp: { signup: { id: string; status: string; position: number | null } } }>(
  'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }',
  { input: { shiftId: shift.id, name, email, locale: 'EN', idempotencyKey: `example/${shift.id}/${email}` } },
);
console.log(shift.title, signUp.signup.status);
