export interface Task {
  key: string;
  /** Lower numbers come first: safety, then people who wait, then money, then decisions, then upkeep. */
  weight: number;
  /** True if it is late or something went wrong. */
  isUrgent?: boolean;
  title: string;
  hint?: string | undefined;
  to: string;
}

export interface Tasks {
  tasks: readonly Task[];
  isLoading: boolean;
  error: Error | null;
  retry: () => void;
}

export const weights = { safety: 0, waitingPerson: 1, late: 2, shifts: 3, decision: 4, upkeep: 5 } as const;
