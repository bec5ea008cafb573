/**
 * Runs a call over many inputs. One that PostgreSQL gave up (two processes met in a circle, or one input breaks it) is made
 * again one by one, so that only whoever is at fault gets an `Error` for an answer.
 * @throws what `run` throws where something of the call may be left.
 */
export async function orOneByOne<Input, Output>(
  inputs: readonly Input[],
  run: (inputs: readonly Input[]) => Promise<Array<Output | Error>>,
): Promise<Array<Output | Error>> {
  try {
    return await run(inputs);
  } catch (error) {
    if (inputs.length === 1 || !isRolledBack(error)) throw error;
  }
  const answers: Array<Output | Error> = [];
  for (const input of inputs) answers.push(...(await run([input]).catch((error: unknown) => [asError(error)])));
  return answers;
}

/** Whether PostgreSQL itself refused (SQLSTATE classes 22, 23 and 40), so that nothing of the call is left. */
export function isRolledBack(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(22|23|40)...$/.test(code);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
