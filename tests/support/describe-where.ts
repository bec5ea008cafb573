/** Skips tests with the reason if a required program is missing. */
export function describeWhere<Program>(
  program: Program,
  reason: string,
  name: string,
  defineTests: (program: Available<Program>) => void,
) {
  describe(name, () => {
    if (program) defineTests(program as Available<Program>);
    else test.skip(`is skipped: ${reason}`, () => undefined);
  });
}

type Available<Program> = Exclude<Program, undefined | false>;
