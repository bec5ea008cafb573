/** Returns the label of a job, or its ID if a newer release added it. */
export function jobName({ jobNames }: { jobNames: Readonly<Record<string, string>> }, job: string): string {
  return (Object.hasOwn(jobNames, job) && jobNames[job]) || job;
}
