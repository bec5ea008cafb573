import { entities } from '@upstander/db';
import { nounsIn } from './name-cost.mjs';
import { productSources } from './product-sources.mjs';

/** An entity that is only used as a type isn't loaded, so its triggers and its table would be missing from the checks. */
test('loads the class of each entity', () => {
  const names = entities.map(({ name }) => name).sort();
  expect(names).toEqual(
    nounsIn(productSources())
      .map(({ name }) => name)
      .sort(),
  );
});
