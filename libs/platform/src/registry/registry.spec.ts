import { Registry } from './registry.js';

test('collects entries of several libraries by name in the order of their definition', () => {
  const jobs = new Registry<{ every: number }>('job');
  jobs.define({ 'at-noon': { every: 2 } });
  jobs.define({ 'at-nine': { every: 1 } });
  expect(jobs.names()).toEqual(['at-noon', 'at-nine']);
  expect(jobs.has('at-nine')).toBe(true);
});

test('rejects two entries with the same name', () => {
  const jobs = new Registry<{ every: number }>('job');
  jobs.define({ 'at-noon': { every: 2 } });
  expect(() => jobs.define({ 'at-noon': { every: 3 } })).toThrow('The job "at-noon" is defined twice.');
});
