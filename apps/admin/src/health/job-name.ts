/** What a job does, in words; one of a newer release than this page is shown as it is. */
export function jobName({ jobNames }: { jobNames: Readonly<Record<string, string>> }, job: string): string {
  return (Object.hasOwn(jobNames, job) && jobNames[job]) || job;
}
