// Numbers, money and times as the reader writes them. Digits are Latin in every language; the zone is the person's.
import type { Decimal, Money, Time } from '../api/types';
import { session } from './session.svelte';
import { lang, locale } from './words.svelte';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

/** Intl objects cost far more to make than to use: one for each language and shape. */
function cached<F extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(key: string, make: () => F): F {
  let format = cache.get(key) as F | undefined;
  if (!format) {
    format = make();
    cache.set(key, format);
  }
  return format;
}

function zone(): string {
  return session.value?.preferences.time_zone || 'UTC';
}

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(`n${lang()}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale(), options));
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const make = (timeZone: string): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale(), { ...options, timeZone });
  return cached(`d${lang()}${zone()}${JSON.stringify(options)}`, () => {
    try {
      return make(zone());
    } catch {
      // A zone that this browser does not know must not blank the screen.
      return make('UTC');
    }
  });
}

function readable(value: Time | Date): Date | null {
  const date = value instanceof Date ? value : new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Day and clock time, with the year only when it is not the present one: “3 Jun, 14:05”. */
export function formatTime(value: Time | Date, options: { zone?: boolean; year?: boolean } = {}): string {
  const date = readable(value);
  if (!date) return String(value);
  const year = options.year ?? date.getUTCFullYear() !== session.now().getUTCFullYear();
  return dates({
    day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    ...(year ? { year: 'numeric' } : {}), ...(options.zone ? { timeZoneName: 'short' } : {}),
  }).format(date);
}

/** The day alone: “3 Jun 2026”. A bare date (2026-06-03) is that day in every zone. */
export function formatDate(value: Time | Date): string {
  const date = readable(value);
  if (!date) return String(value);
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return cached(`u${lang()}`, () => new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' })).format(date);
  }
  return dates(options).format(date);
}

/** “in 5 hours”, “2 days ago”, measured from the data's own time. */
export function formatRelative(value: Time | Date): string {
  const date = readable(value);
  if (!date) return String(value);
  const apart_ms = date.getTime() - session.now().getTime();
  const size = Math.abs(apart_ms);
  const format = cached(`r${lang()}`, () => new Intl.RelativeTimeFormat(locale(), { numeric: 'always', style: 'short' }));
  if (size < HOUR_MS) return format.format(Math.round(apart_ms / MINUTE_MS), 'minute');
  if (size < 2 * DAY_MS) return format.format(Math.round(apart_ms / HOUR_MS), 'hour');
  return format.format(Math.round(apart_ms / DAY_MS), 'day');
}

export function formatNumber(value: number, options: { decimals?: number; compact?: boolean } = {}): string {
  return numbers({
    maximumFractionDigits: options.decimals ?? 0,
    ...(options.decimals === undefined ? {} : { minimumFractionDigits: options.decimals }),
    ...(options.compact ? { notation: 'compact', maximumFractionDigits: 1 } : {}),
  }).format(value);
}

/** An amount with its currency code. Decimals come as text; only their display passes through a number. */
export function formatMoney(value: Money | null, options: { compact?: boolean } = {}): string {
  if (!value) return '';
  const amount = Number(value.amount);
  if (!Number.isFinite(amount)) return `${value.amount} ${value.currency}`;
  return formatAmount(amount, value.currency, options);
}

export function formatAmount(amount: number | Decimal, currency: string, options: { compact?: boolean } = {}): string {
  const number = Number(amount);
  const whole = options.compact || Math.abs(number) >= 1_000;
  try {
    return numbers({
      style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: whole ? 0 : 2, minimumFractionDigits: whole ? 0 : 2,
      ...(options.compact ? { notation: 'compact', maximumFractionDigits: 1 } : {}),
    }).format(number);
  } catch {
    // A currency that is not three letters came from a message: shown as it is.
    return `${formatNumber(number, { decimals: 2 })} ${currency}`;
  }
}

/** A share of one as percent: 0.256 is “25.6 %”. */
export function formatShare(value: number, decimals = 1): string {
  return numbers({ style: 'percent', maximumFractionDigits: decimals }).format(value);
}

/** Hours as hours below two days, else as days. */
export function formatHours(hours: number): string {
  const days = Math.abs(hours) >= 48;
  return numbers({ style: 'unit', unit: days ? 'day' : 'hour', unitDisplay: 'long', maximumFractionDigits: 1 }).format(days ? hours / 24 : hours);
}

export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  let value = bytes;
  let index = 0;
  while (value >= 1_000 && index < units.length - 1) {
    value /= 1_000;
    index += 1;
  }
  return numbers({ style: 'unit', unit: units[index] ?? 'byte', unitDisplay: index ? 'short' : 'long', maximumFractionDigits: index ? 1 : 0 }).format(value);
}
