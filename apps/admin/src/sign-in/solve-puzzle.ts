/** Proof-of-work challenge (ALTCHA) to solve before another code is sent. */
export interface Puzzle {
  algorithm: string;
  challenge: string;
  salt: string;
  signature: string;
  maxNumber: number;
}

const batchSize = 500;

/** Takes one to two seconds. */
export async function solvePuzzle({ maxNumber, ...puzzle }: Puzzle): Promise<string> {
  for (let start = 0; start <= maxNumber; start += batchSize) {
    const candidates = Array.from({ length: batchSize }, (_, n) => start + n);
    const hashes = await Promise.all(candidates.map((number) => hashOf(puzzle.algorithm, `${puzzle.salt}${number}`)));
    const at = hashes.indexOf(puzzle.challenge);
    if (at >= 0) return btoa(JSON.stringify({ ...puzzle, number: start + at }));
  }
  throw new Error('This puzzle has no answer.');
}

async function hashOf(algorithm: string, text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest(algorithm, new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
