import type { Span } from './form.js';

// In "no experience", the "no" doesn't deny a fee that follows it.
const otherSubjects =
  '(?!_(?:experience|experiencia|license|licencia|id|interview|entrevista|questions?|preguntas|problems?|problemas?|worries|refunds?|matter|car|english|ingles)\\b)';
const negations =
  "(?:no|not|never|nobody|none|without|nothing|neither|nor|cannot|zero|free of|at no|don't|dont|doesn't|won't|isn't|aren't|sin|nunca|jamas|nadie|ni|tampoco|ningun|ninguna)";
const negationBefore = new RegExp(
  `\\b${negations}\\b${otherSubjects.replace('_', '[^a-z0-9]+')}(?:[^a-z0-9]+[a-z0-9]+(?:'[a-z0-9]+)?){0,4}[^a-z0-9]*$`,
);
const negationWithin = new RegExp(
  `[^a-z0-9](?:not|never|no|isn't|nunca|jamas)\\b${otherSubjects.replace('_', '[^a-z0-9]+')}`,
);
const negationAfter =
  /^[^a-z0-9]*(?:(?:is|are|will be|es|esta|estan|son)[^a-z0-9]+)?(?:not|never|none|ningun[ao]?|no)\b/;

/** True if the match is denied before it ("we never …"), within it ("housing is not included") or right after it. */
export function isDenied(text: string, { start, end }: Span): boolean {
  return (
    negationBefore.test(text.slice(clauseBegins(text, start), start)) ||
    negationWithin.test(text.slice(start, end)) ||
    negationAfter.test(text.slice(end, clauseEnds(text, end)))
  );
}

function clauseBegins(text: string, at: number): number {
  const preceding = text.slice(Math.max(0, at - 120), at);
  const breaks = [...preceding.matchAll(/[.,;:!?\n()]|\b(?:but|just|only|pero|solo|sino)\b/g)].at(-1);
  return at - preceding.length + (breaks ? breaks.index + breaks[0].length : 0);
}

function clauseEnds(text: string, at: number): number {
  const found = /[.,;:!?\n()]/.exec(text.slice(at, at + 60));
  return found ? at + found.index : at + 60;
}
