import type { Sum } from '../forms/device-sum';

/** The puzzle of a SOLUTION_NEEDED refusal. */
export function puzzleOf(details: Readonly<Record<string, unknown>>): Sum | null {
  const puzzle = details['puzzle'];
  return puzzle !== null && typeof puzzle === 'object' ? (puzzle as Sum) : null;
}
