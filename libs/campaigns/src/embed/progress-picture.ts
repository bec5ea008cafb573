import { escapeHtml } from './minimal-page.js';

const width = 480;
const letters = 44;

export function progressPicture(progress: { locale: 'en' | 'es'; title: string; said: string; share: number }): string {
  const { locale, title, said, share } = progress;
  const short =
    [...title].length > letters
      ? `${[...title]
          .slice(0, letters - 1)
          .join('')
          .trimEnd()}…`
      : title;
  const full = width - 32;
  const filled = Math.round((full * share) / 100);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="112" viewBox="0 0 ${width} 112" lang="${locale}" role="img" aria-labelledby="t d">
<title id="t">${escapeHtml(title)}</title>
<desc id="d">${escapeHtml(said)} (${share} %)</desc>
<style>.card{fill:#fff;stroke:#e3dccf}.ink{fill:#22271f}.rest{fill:#e3dccf}.done{fill:#1f5c4a}text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif}@media (prefers-color-scheme:dark){.card{fill:#1d2320;stroke:#333b36}.ink{fill:#edeae2}.rest{fill:#333b36}.done{fill:#86cdb3}}</style>
<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="111" rx="8"/>
<text class="ink" x="16" y="34" font-size="17" font-weight="600">${escapeHtml(short)}</text>
<rect class="rest" x="16" y="50" width="${full}" height="14" rx="7"/>
<rect class="done" x="16" y="50" width="${filled}" height="14" rx="7"/>
<text class="ink" x="16" y="92" font-size="16">${escapeHtml(said)}</text>
</svg>
`;
}
