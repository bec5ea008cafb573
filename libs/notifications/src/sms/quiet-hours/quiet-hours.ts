import { zonesByAreaCode } from './area-codes.js';

/** Local hours between which people get texts (47 CFR 64.1200(c)). */
const firstHour = 8;
const lastHour = 21;

const quarterHour = 15 * 60_000;
const day = 24 * 60 * 60_000;

/** Returns the time zones of a number's area code; null for numbers that get no texts from us. */
export function zonesOfNumber(number: string): readonly string[] | null {
  return /^\+1\d{10}$/.test(number) ? (zonesByAreaCode.get(number.slice(2, 5)) ?? null) : null;
}

/**
 * Returns the first time from `from` at which it is between 8 a.m. and 9 p.m. in all zones.
 * Zones start on quarter hours. If there is no such time, only the zones of the number count.
 */
export function textingTimeFrom(from: Date, number: string, profileZone: string | null): Date {
  const ownZones = zonesOfNumber(number) ?? [];
  const zones = profileZone ? [...ownZones, profileZone] : ownZones;
  return firstTime(from, zones) ?? firstTime(from, ownZones) ?? from;
}

/** True if it is between 8 a.m. and 9 p.m. in all zones of the number and in the other zone. */
export function isTextingTime(at: Date, number: string, otherZone: string): boolean {
  return [...(zonesOfNumber(number) ?? []), otherZone].every((zone) => isBetween(hourIn(at, zone)));
}

function firstTime(from: Date, zones: readonly string[]): Date | null {
  const isDaytime = (at: Date) => zones.every((zone) => isBetween(hourIn(at, zone)));
  if (isDaytime(from)) return from;
  const start = Math.ceil(from.valueOf() / quarterHour) * quarterHour;
  for (let at = start; at <= from.valueOf() + day; at += quarterHour) {
    if (isDaytime(new Date(at))) return new Date(at);
  }
  return null;
}

const isBetween = (hour: number) => hour >= firstHour && hour < lastHour;

const formats = new Map<string, Intl.DateTimeFormat>();

function hourIn(at: Date, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  return Number(format.format(at));
}
