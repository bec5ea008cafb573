/*
 * Encrypts the description of a legal consultation in the browser, so that only the legal team can read it, not even
 * our servers. Used only on that page. Stores nothing and makes no requests.
 *
 * Format: four bytes of length, the UTF-8 text, and zeros up to 1, 2, 4 or 8 KiB to hide the length, encrypted with
 * AES-256-GCM under a random key, which is wrapped for the team's public key (RSA-OAEP with SHA-256).
 */
(() => {
  const { atob, btoa, crypto, document, setTimeout, TextEncoder } = globalThis;
  const field = document.getElementById('note');
  const state = document.getElementById('seal-state');
  const form = field?.form;
  const subtle = crypto?.subtle;
  if (!form || !state || !subtle) return;
  const text = new TextEncoder();
  const sizes = [1024, 2048, 4096, 8192];
  const base64 = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
  let sealed = false;

  const say = (which) => {
    for (const part of document.querySelectorAll('[data-scripts]')) part.hidden = part.dataset.scripts !== which;
  };
  say('with');

  function padded(words) {
    const size = sizes.find((most) => words.length + 4 <= most);
    if (!size) return null;
    const whole = new Uint8Array(size);
    new DataView(whole.buffer).setUint32(0, words.length);
    whole.set(words, 4);
    return whole;
  }

  async function seal(plain) {
    const { keyId, publicKey } = state.dataset;
    const spki = Uint8Array.from(atob(publicKey), (letter) => letter.charCodeAt(0));
    const team = await subtle.importKey('spki', spki, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['wrapKey']);
    const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = text.encode('consultation.about');
    const ciphertext = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
    const wrappedKey = await subtle.wrapKey('raw', key, team, { name: 'RSA-OAEP' });
    const made = { keyId, wrappedKey: base64(wrappedKey), iv: base64(iv), ciphertext: base64(ciphertext) };
    for (const [name, value] of Object.entries(made)) document.getElementById(name).value = value;
  }

  // Applies to every submit button: plain text never leaves this page.
  form.addEventListener('submit', (event) => {
    if (sealed || field.value.trim() === '') return;
    event.preventDefault();
    const plain = padded(text.encode(field.value.trim()));
    if (!plain) {
      state.textContent = state.dataset.long;
      field.focus();
      return;
    }
    const { submitter } = event;
    seal(plain).then(
      () => {
        sealed = true;
        field.removeAttribute('name');
        // Encryption may finish while the browser still handles this submit event, and it would ignore another one.
        setTimeout(() => form.requestSubmit(submitter));
      },
      () => {
        // The page then explains it, and a second press sends the text as it is.
        sealed = true;
        say('without');
      },
    );
  });
})();
