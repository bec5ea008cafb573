/** A type as parsed from JSON, with dates as text. */
export type JsonDates<T, Dates extends keyof T> = Omit<T, Dates> & {
  [D in Dates]: string | (null extends T[D] ? null : never);
};
