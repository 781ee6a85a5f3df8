// Times, money and durations as agents in Britain read them.

/** @param zone of the site; left out: of this browser */
export function time(instant, zone) {
  return format(instant, zone, { weekday: 'short', day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export function day(date) {
  return format(date, undefined, { day: '2-digit', month: 'short', year: 'numeric' });
}

function format(instant, zone, parts) {
  const at = new Date(instant);
  return !instant || Number.isNaN(at.getTime()) ? instant || '' : at.toLocaleString('en-GB', { ...parts, timeZone: zone });
}

export function money(amount, currency) {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount);
}

const TARGETS = { respond: 'Respond', temporaryFix: 'Temporary fix', fix: 'Fix' };

export function targetName(key) {
  return TARGETS[key];
}

/** @param duration as ISO 8601 has it, such as PT1H59M */
export function left(duration) {
  const [, minus, days = 0, hours = 0, minutes = 0] =
    /^(-)?P(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?.*)?$/.exec(duration || '') || [null, ''];
  const all = Math.abs(days * 1440 + hours * 60 + Number(minutes));
  const over = minus || [days, hours, minutes].some(part => part < 0);
  const text = [Math.floor(all / 1440) && Math.floor(all / 1440) + ' d', Math.floor(all / 60) % 24 + ' h', all % 60 + ' min']
    .filter(Boolean).join(' ');
  return over ? text + ' over' : text;
}
