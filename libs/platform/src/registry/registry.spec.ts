import { Registry } from './registry.js';

test('what two libraries define is known by name, in the order it was defined', () => {
  const bells = new Registry<{ every: number }>('bell');
  bells.define({ 'at-noon': { every: 2 } });
  bells.define({ 'at-nine': { every: 1 } });
  expect(bells.names()).toEqual(['at-noon', 'at-nine']);
  expect(bells.has('at-nine')).toBe(true);
});

test('two libraries that mean different things by one name stop the start', () => {
  const bells = new Registry<{ every: number }>('bell');
  bells.define({ 'at-noon': { every: 2 } });
  expect(() => bells.define({ 'at-noon': { every: 3 } })).toThrow('The bell "at-noon" is defined twice.');
});
