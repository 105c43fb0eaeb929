const day = 86_400_000;
const iso = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?)?Z?$/;

/**
 * The serial number of an ISO 8601 date, time or both, as in cells of type "d" (ECMA-376 18.17.4.3). NaN for other texts.
 * Serial 60 of the 1900 system is 29 February 1900, which never existed.
 */
export function isoSerial(text: string, date1904: boolean): number {
  const [whole, year, month, date, hours = "0", minutes = "0", seconds = "0"] = iso.exec(text.trim()) ?? [];
  if (whole === undefined || whole === "") return Number.NaN;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(date)) / day;
  if (date1904) return days + 24_107 + time;
  const serial = days + 25_569;
  return (serial <= 60 ? serial - 1 : serial) + time;
}
