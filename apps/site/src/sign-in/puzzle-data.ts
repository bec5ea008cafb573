/** A sum that a browser does before a code is sent; see `prove.js`. */
export interface PuzzleData {
  algorithm: string;
  challenge: string;
  salt: string;
  signature: string;
  maxNumber: number;
}

/** The puzzle of a SOLUTION_NEEDED refusal. */
export function puzzleOf(details: Readonly<Record<string, unknown>>): PuzzleData | null {
  const puzzle = details['puzzle'];
  return puzzle !== null && typeof puzzle === 'object' ? (puzzle as PuzzleData) : null;
}
