// Back must not bring a screen of somebody who has signed out to life again, with all it had in memory.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});
