// Made by `npm run words` of the messages in libs/web-kit/messages: write there.

export const views = {
  savedViews: 'Saved views',
  manageViews: 'Save or delete views',
  viewName: 'Name',
  shareWith: 'For whom',
  onlyMe: 'Only for me',
  sharedWith: ({ chapter }: { chapter: string }): string => `For everybody in ${chapter}`,
  save: 'Save the view',
  saving: 'Saving…',
  viewSaved: ({ name }: { name: string }): string => `“${name}” is saved.`,
  deleteView: ({ name }: { name: string }): string => `Delete “${name}”`,
  by: ({ name }: { name: string }): string => `shared by ${name}`,
  noViews: 'No view of this list is saved yet.',
  viewHint: 'The filters and the order as they are now. The same name replaces a view of yours.',
};
