export const solutionText =
  'Solution to the challenge of a SOLUTION_NEEDED error: base64 of its JSON with `number` added.';
