import { distinctEases } from './eases';
import type { OpportunityCardData } from './queries';

const none = { trainingPaid: null, childcareHours: false, transport: '', equipment: '' };
const offers = [
  { ...none, id: 'a', transport: 'Bus 30', equipment: 'Shoes' },
  { ...none, id: 'b', transport: 'A van', childcareHours: true },
  { ...none, id: 'c', transport: 'A van', trainingPaid: true },
] as OpportunityCardData[];

test('shows only what at most a third of the opportunities have', () => {
  expect([...distinctEases(offers)]).toEqual([
    ['a', ['EQUIPMENT']],
    ['b', ['CHILDCARE_HOURS']],
    ['c', ['PAID_TRAINING']],
  ]);
});

test('shows nothing that all have, even if there is only one', () => {
  expect([...distinctEases(offers.slice(0, 1))]).toEqual([['a', []]]);
});
