import { complaintsAbout, filesNaming, isOwnFile, nounsIn } from './name-cost.mjs';
import { productSources } from './product-sources.mjs';

/**
 * Counts the product files outside a noun's own folders that name it: a file that has to name every noun makes the next
 * one more expensive.
 */
const limits = {
  median: 9,
  p90: 29,
  most: 40,
  /** Nouns that others refer to. Only a new capability may raise a number. */
  apart: {
    Volunteer: 78,
    Signup: 87,
    Gift: 51,
  },
};

const sources = Object.fromEntries(
  Object.entries(productSources()).filter(([path]) => !path.startsWith('db/migrations/')),
);
const nouns = nounsIn(sources).map((noun) => {
  const files = filesNaming(noun, sources);
  return { name: noun.name, all: files.length, elsewhere: files.filter((path) => !isOwnFile(noun, path)).length };
});
const costs = new Map(nouns.map(({ name, elsewhere }) => [name, elsewhere]));
const listed = nouns
  .sort((a, b) => b.elsewhere - a.elsewhere)
  .map(({ name, all, elsewhere }) => `${String(elsewhere).padStart(5)} of ${String(all).padStart(3)} ${name}`);
console.log(`Product files that name each noun, outside its folders:\n${listed.join('\n')}`);
const complaints = complaintsAbout(costs, limits);
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
