/** Part of a week, as the value of a checkbox: `6 09:00 13:00` is Saturday from nine to one. */
export interface WeekPart {
  weekday: number;
  from: string;
  until: string;
}

export const dayParts = [
  { name: 'morning', from: '08:00', until: '12:00' },
  { name: 'afternoon', from: '12:00', until: '17:00' },
  { name: 'evening', from: '17:00', until: '21:00' },
] as const;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export const partText = ({ weekday, from, until }: WeekPart): string => `${weekday} ${from} ${until}`;

export function readParts(values: readonly string[]): WeekPart[] {
  return values.flatMap((value) => {
    const [, weekday, from, until] = /^([1-7]) (\d\d:\d\d) (\d\d:\d\d)$/.exec(value) ?? [];
    return from === undefined || until === undefined ? [] : [{ weekday: Number(weekday), from, until }];
  });
}

/** Includes other times from the profile, which stay until they are unchecked. */
export function partsOfDay(weekday: number, selected: readonly string[]) {
  const standardParts = dayParts.map(({ name, from, until }) => ({ name, value: partText({ weekday, from, until }) }));
  const standardValues = new Set<string>(standardParts.map(({ value }) => value));
  const otherParts = selected.filter((value) => value.startsWith(`${weekday} `) && !standardValues.has(value));
  return [...standardParts, ...otherParts.map((value) => ({ name: null, value }))];
}
