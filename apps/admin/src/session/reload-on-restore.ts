// The Back button must not restore a page of a signed-out user from the back/forward cache.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});
