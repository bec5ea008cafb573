import { zoneChoices } from './zones';

test('a zone is offered once, under the name it has today, and the own one first', () => {
  const all = ['America/Los_Angeles', 'Asia/Calcutta', 'Asia/Kolkata', 'Etc/GMT+5', 'Pacific/Truk', 'UTC'];
  expect(zoneChoices(all, 'America/Los_Angeles')).toEqual(['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Chuuk']);
  expect(zoneChoices(all, 'Asia/Calcutta')[0]).toBe('Asia/Kolkata');
});
