import type { Rolldown } from 'vite';

type CodeSplitting = Exclude<NonNullable<Rolldown.OutputOptions['codeSplitting']>, boolean>;

/** Loaded by every screen. As entries of the build, they mark everything they import as `$initial`. */
export const shellEntries = ['src/app/render-app.tsx', 'src/app/frame.tsx'];

/**
 * Modules that load together as one file. Without groups, each set of screens that share modules gets a file, and the
 * first screen loads about a hundred. Packages have their own files, which stay in the browser's cache when only the app
 * changes.
 */
export const chunkGroups: CodeSplitting['groups'] = [
  { name: 'react', test: /\/node_modules\/(react|react-dom|scheduler)\// },
  // The sign-in page loads nothing of the screens.
  {
    name: 'start',
    test: /\/src\/(words\/(start-words|writing)|api\/(ask|explain)|session\/(passkeys|reload-on-restore)|parts\/ui\/icons)\.tsx?$/,
  },
  { name: 'vendor', test: /\/node_modules\//, tags: ['$initial'], minShareCount: 2 },
  { name: 'parts', test: /\/src\//, tags: ['$initial'], minShareCount: 2 },
];
