/** Skips tests with the reason if a required program is missing. */
export function describeWhere<Found>(
  found: Found,
  otherwise: string,
  name: string,
  tests: (found: There<Found>) => void,
) {
  describe(name, () => {
    if (found) tests(found as There<Found>);
    else test.skip(`is skipped: ${otherwise}`, () => undefined);
  });
}

type There<Found> = Exclude<Found, undefined | false>;
