import { coalesceRuns } from './coalesce-runs';

function controlledRun() {
  const ends: Array<() => void> = [];
  const ask = coalesceRuns(() => new Promise((resolve) => ends.push(resolve)));
  return { ask, ends };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('starts one more run for all calls during a run', async () => {
  const { ask, ends } = controlledRun();
  ask();
  ask();
  ask();
  expect(ends).toHaveLength(1);
  ends[0]!();
  await turn();
  expect(ends).toHaveLength(2);
  ends[1]!();
  await turn();
  expect(ends).toHaveLength(2);
});

test('starts a new run after the last one has ended', async () => {
  const { ask, ends } = controlledRun();
  ask();
  ends[0]!();
  await turn();
  ask();
  expect(ends).toHaveLength(2);
});
