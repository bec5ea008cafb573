import { oneRun } from './one-run';

/** Runs that end when the test says so. */
function held() {
  const ends: Array<() => void> = [];
  const ask = oneRun(() => new Promise((resolve) => ends.push(resolve)));
  return { ask, ends };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('whoever asks during a run is answered by the next one, once', async () => {
  const { ask, ends } = held();
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

test('a run after the last is a new one', async () => {
  const { ask, ends } = held();
  ask();
  ends[0]!();
  await turn();
  ask();
  expect(ends).toHaveLength(2);
});
