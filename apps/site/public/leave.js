/*
 * Implements the quick exit on every public page. Loads and stores nothing else. Without it, the link to /leave still
 * works. It leaves immediately, without an entry for the Back button, also on three presses of Shift alone, at most
 * five seconds apart. A private page leaves again when a visitor returns to it from another site, because it may be a
 * different person.
 */
(() => {
  const { addEventListener: on, clearTimeout, document, location, navigation, setTimeout } = globalThis;
  const root = document.documentElement;
  const state = () => document.querySelector('#leaving');
  let presses = 0;
  let alone = false;
  let wait;

  function tell(word) {
    state().textContent = word ? state().dataset[word] : '';
    document.querySelector('.exit').dataset.presses = presses;
  }

  function leave() {
    if (state()) {
      for (const part of document.body.children) if (part !== state()) part.style.display = 'none';
      tell('going');
    } else root.style.display = 'none';
    document.title = location.host;
    location.replace('/leave');
  }

  function forget(word) {
    clearTimeout(wait);
    if (presses === 0) return;
    presses = 0;
    tell(word);
  }

  on('click', (event) => {
    if (!event.target.closest('[href="/leave"]')) return;
    event.preventDefault();
    leave();
  });
  on('keydown', ({ key, repeat, ctrlKey, altKey, metaKey }) => {
    if (key !== 'Shift') forget();
    if (!repeat) alone = key === 'Shift' && !ctrlKey && !altKey && !metaKey;
  });
  on('pointerdown', () => (alone = false));
  on('keyup', ({ key }) => {
    const counts = alone && key === 'Shift';
    alone = false;
    if (!counts) return;
    clearTimeout(wait);
    presses += 1;
    if (presses === 3) return leave();
    tell(presses === 1 ? 'twice' : 'once');
    wait = setTimeout(forget, 5000, 'over');
  });

  function lookBack() {
    const { navigationType, from } = navigation?.activation ?? {};
    if (navigationType === 'traverse' && !from && root.dataset.quiet) leave();
  }
  on('pageshow', ({ persisted }) => persisted && lookBack());
  lookBack();
})();
