/** What needs a program that not every machine has: without it, it is shown as skipped, with the reason. */
export function describeWhere<Found>(
  found: Found,
  otherwise: string,
  name: string,
  tests: (found: There<Found>) => void,
) {
  describe(name, () => {
    if (found) tests(found as There<Found>);
    else test.skip(`is not tried here: ${otherwise}`, () => undefined);
  });
}

type There<Found> = Exclude<Found, undefined | false>;
