/** Opens the list of keyboard shortcuts from any screen. Set by the frame, which renders the dialog. */
export const keysHelp: { open: () => void } = { open: () => undefined };
