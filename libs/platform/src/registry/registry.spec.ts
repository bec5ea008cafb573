import { Registry } from './registry.js';

test('what two libraries define is known by name, in the order it was defined', () => {
  const jobs = new Registry<{ every: number }>('job');
  jobs.define({ 'at-noon': { every: 2 } });
  jobs.define({ 'at-nine': { every: 1 } });
  expect(jobs.names()).toEqual(['at-noon', 'at-nine']);
  expect(jobs.has('at-nine')).toBe(true);
});

test('two libraries that mean different things by one name stop the start', () => {
  const jobs = new Registry<{ every: number }>('job');
  jobs.define({ 'at-noon': { every: 2 } });
  expect(() => jobs.define({ 'at-noon': { every: 3 } })).toThrow('The job "at-noon" is defined twice.');
});
