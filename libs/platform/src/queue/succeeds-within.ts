export async function succeedsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const isDone = work.then(
    () => true,
    () => false,
  );
  return Promise.race([isDone, timedOut]).finally(() => clearTimeout(timer));
}
