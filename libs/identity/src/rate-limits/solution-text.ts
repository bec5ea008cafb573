/** Describes the field that takes a solved puzzle, wherever an email is requested. */
export const solutionText = 'The puzzle of a SOLUTION_NEEDED refusal, solved: base64 of its JSON with `number` added.';
