/**
 * `xs` is for captions, `sm` for lists and details, `md` for text and fields, `lg` for sections and dialogs, `xl` for
 * figures, `display` for the title of a screen.
 */
export const fontSizes = {
  xs: '0.8125rem',
  sm: '0.875rem',
  md: '1rem',
  lg: '1.125rem',
  xl: '1.375rem',
  display: '1.875rem',
};

/** Newsreader has one more weight, 500, for titles of screens and large figures. */
export const fontWeights = { regular: '400', medium: '600', bold: '600' };

/** Until the typefaces load, system fonts with the same width are used (libs/web-kit/fonts). */
export const fontFamily = "Figtree, 'Figtree fallback', system-ui, sans-serif";
export const displayFamily = "Newsreader, 'Newsreader fallback', Georgia, serif";
