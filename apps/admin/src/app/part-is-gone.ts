import { draftsWritten } from '../parts/forms/draft-store';
import { partIsGone } from './newer-version';

window.addEventListener('vite:preloadError', () => {
  void partIsGone({
    now: () => Date.now(),
    kept: window.sessionStorage,
    answers: () =>
      fetch('/admin/', { method: 'HEAD', cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      ),
    reload: () => draftsWritten().then(() => window.location.reload()),
  });
});
