/**
 * Retries the inputs one by one if PostgreSQL rolled the batch back. Only those that fail again get an `Error`.
 * @throws the error of `run` if part of the call may have been committed
 */
export async function runBatchWithFallback<Input, Output>(
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

/** SQLSTATE classes 22, 23 and 40: PostgreSQL rolled the statement back completely. */
export function isRolledBack(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(22|23|40)...$/.test(code);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
