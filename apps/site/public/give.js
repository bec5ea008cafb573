/*
 * Shows what a typed gift costs and becomes while the donor types, by the rules of libs/money/src/fee-cover.ts and of
 * match_gifts.sql. Without it, the button beside the field shows the same. Sends and stores nothing.
 */
(() => {
  const { BigInt, document, Intl } = globalThis;
  const field = document.getElementById('other');
  const form = field?.form;
  if (!form?.dataset.currency) return;
  const { language, currency, digits, step, percent, fixed, minimum, matches } = form.dataset;
  const unit = 10n ** BigInt(digits);
  const scale = 1_000_000n;
  const [whole, fraction = ''] = percent.split('.');
  const share = BigInt(whole + fraction.padEnd(4, '0'));
  const lines = [...form.querySelectorAll('[data-live]')].map((line) => ({ line, before: line.textContent }));

  for (const part of form.querySelectorAll('.with-button [data-scripts="without"]')) part.hidden = true;

  /* Plain amounts only; for all others the server decides. */
  function minorOf(text) {
    const found = /^\s*\$?\s*(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2}))?\s*$/.exec(text);
    if (!found) return null;
    const cents = found[2] ?? '';
    if (cents.length > Number(digits)) return null;
    return BigInt(found[1].replaceAll(',', '') + cents.padEnd(Number(digits), '0'));
  }

  function feeOn(charged) {
    return (charged * share * 2n + scale) / (scale * 2n) + BigInt(fixed);
  }

  function chargedFor(gift) {
    let charged = ((gift + BigInt(fixed) - 1n) * scale) / (scale - share);
    charged -= charged % BigInt(step);
    while (charged - feeOn(charged) < gift) charged += BigInt(step);
    return charged;
  }

  function added(gift) {
    let sum = 0n;
    for (const [ratio, perGift, left] of JSON.parse(matches)) {
      let part = (gift * BigInt(ratio)) / 100n;
      for (const cap of [perGift, left]) if (cap !== null && part > BigInt(cap)) part = BigInt(cap);
      if (part > 0n) sum += part;
    }
    return sum;
  }

  function text(minor, isExact) {
    const cents = minor % unit;
    const places = !isExact && cents === 0n ? 0 : Number(digits);
    const format = { style: 'currency', currency, minimumFractionDigits: places, maximumFractionDigits: places };
    return new Intl.NumberFormat(language, format).format(Number(minor) / Number(unit));
  }

  function show() {
    const gift = minorOf(field.value);
    const isGift = gift !== null && gift >= BigInt(minimum);
    for (const { line, before } of lines) {
      if (!isGift) {
        line.textContent = field.value.trim() === '' ? before : '';
        continue;
      }
      const charged = chargedFor(gift);
      const isMatch = line.dataset.live.includes('{total}');
      const more = added(gift);
      const values = {
        amount: text(gift, !isMatch),
        cover: text(charged - gift, true),
        charged: text(charged, true),
        total: text(gift + more, false),
      };
      const sentence = line.dataset.live.replace(/\{(\w+)\}/g, (_, name) => values[name]);
      line.textContent = isMatch && more === 0n ? '' : sentence;
    }
  }

  field.addEventListener('input', show);
  if (field.value !== '') show();
})();
