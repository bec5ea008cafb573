/*
 * Solves a form's puzzle (ALTCHA): for the gift form during card testing, and for forms that request an email after
 * many requests. Contacts no other host and stores nothing.
 */
(() => {
  const { btoa, crypto, document, TextEncoder } = globalThis;
  const field = document.getElementById('proof');
  const state = document.getElementById('proof-state');
  const form = field?.form;
  if (!form || !crypto?.subtle) return;
  const { algorithm, challenge, salt, signature, most } = field.dataset;
  const text = new TextEncoder();
  const atOnce = 500;
  let waiting = null;

  for (const part of form.querySelectorAll('[data-scripts]')) part.hidden = part.dataset.scripts === 'without';
  const enter = form.querySelector('[data-enter]');
  if (enter) enter.value = 'give';

  async function hashOf(number) {
    const bytes = new Uint8Array(await crypto.subtle.digest(algorithm, text.encode(salt + number)));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async function solve() {
    for (let from = 0; from <= Number(most); from += atOnce) {
      const numbers = Array.from({ length: atOnce }, (_, n) => from + n);
      const hashes = await Promise.all(numbers.map(hashOf));
      const at = hashes.indexOf(challenge);
      if (at >= 0) return from + at;
    }
    return null;
  }

  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (field.value !== '' || !(submitter?.value === 'give' || submitter?.hasAttribute('data-proves'))) return;
    event.preventDefault();
    waiting = submitter;
    state.textContent = state.dataset.working;
  });

  solve().then((number) => {
    if (number !== null) field.value = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    state.textContent = '';
    if (waiting) form.requestSubmit(waiting);
  });
})();
