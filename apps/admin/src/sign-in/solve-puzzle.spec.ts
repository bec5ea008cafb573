import { createChallenge, verifySolution } from 'altcha-lib/v1';
import { solvePuzzle } from './solve-puzzle';

test('returns a solution that the server accepts', async () => {
  const puzzle = await createChallenge({ algorithm: 'SHA-256', hmacKey: 'k', maxnumber: 2000, number: 1234 });
  const { algorithm, challenge, salt, signature } = puzzle;
  const answer = await solvePuzzle({ algorithm, challenge, salt, signature, maxNumber: 2000 });
  expect(await verifySolution(answer, 'k', false)).toBe(true);
});
