// Made by `npm run words` of the messages in libs/web-kit/messages: write there.

export const forms = {
  draft: {
    saved: ({ time }: { time: string }): string => `Kept on this device at ${time}`,
    notYet: 'What you type is kept on this device.',
    foundTitle: 'You have an unfinished event',
    foundEditTitle: 'You have changes that were not saved',
    found: ({ when }: { when: string }): string => `Kept on this device ${when}.`,
    restore: 'Continue with it',
    discard: 'Discard it',
  },
  markdown: {
    view: 'Write or preview',
    write: 'Write',
    preview: 'Preview',
    nothingToPreview: 'Nothing is written yet.',
    previewWhat: 'the preview',
  },
};
