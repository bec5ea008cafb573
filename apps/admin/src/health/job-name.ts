/** A newer release may have added the job. */
export function jobName({ jobNames }: { jobNames: Readonly<Record<string, string>> }, job: string): string {
  return (Object.hasOwn(jobNames, job) && jobNames[job]) || job;
}
