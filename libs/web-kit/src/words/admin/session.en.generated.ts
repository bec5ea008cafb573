// Made by `npm run words` of the messages in libs/web-kit/messages: write there.

export const session = {
  proveTitle: 'Is it you?',
  proveText: 'To give a role with power, type a new code from your authenticator app.',
  proveSubmit: 'Go on',
};
